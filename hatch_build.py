"""What the package tells of itself, as far as it depends on where its repository is: addresses, and the README.

A package index shows the README away from the repository, where a relative link or picture leads nowhere. The address
is ``CQ_TUI_ADDRESS``, or that of the git remote ``origin`` if it is one of the web; a source distribution remembers
what it was made with. Where there is none, the text stands without links and pictures: none is made up.
"""

import os
import re
import subprocess
from email import message_from_string
from pathlib import Path
from urllib.parse import urlsplit

from hatchling.metadata.plugin.interface import MetadataHookInterface

_RELATIVE = r"\((?!https?://|#)([^)\s]+)\)"


class CustomMetadataHook(MetadataHookInterface):
    """Sets ``urls`` and ``readme``."""

    def update(self, metadata: dict[str, object]) -> None:
        """Fill in what pyproject.toml says is dynamic."""
        root = Path(self.root)
        address = _remembered(root) or _cleaned(os.environ.get("CQ_TUI_ADDRESS", "")) or _cleaned(_origin(root))
        text = (root / "README.md").read_text("utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": _for_index(text, address)}
        if address:
            metadata["urls"] = {
                "Repository": address,
                "Documentation": f"{address}/blob/HEAD/README.md",
                "Issues": f"{address}/issues",
                "Changelog": f"{address}/blob/HEAD/CHANGELOG.md",
            }


def _remembered(root: Path) -> str:
    """The address that stands in a source distribution."""
    file = root / "PKG-INFO"
    told = message_from_string(file.read_text("utf-8")).get_all("Project-URL", []) if file.is_file() else []
    return next((one.partition(", ")[2] for one in told if one.startswith("Repository, ")), "")


def _origin(root: Path) -> str:
    if not (root / ".git").exists():  # git would look in the folders above, which are another project's
        return ""
    command = ["git", "-C", str(root), "remote", "get-url", "origin"]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=10, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def _cleaned(address: str) -> str:
    """The address on the web, without a name, a password or a token in it; nothing if there is none."""
    parts = urlsplit(re.sub(r"^git@([\w.-]+):", r"https://\1/", address))
    if parts.scheme != "https" or not parts.hostname or not parts.path.strip("/"):
        return ""
    port = f":{parts.port}" if parts.port else ""
    return f"https://{parts.hostname}{port}{parts.path.rstrip('/').removesuffix('.git')}"


def _for_index(text: str, address: str) -> str:
    """The README with full addresses, or without what would need one."""
    if not address:
        text = re.sub(rf"^!\[[^]]*\]{_RELATIVE}\n\n?", "", text, flags=re.MULTILINE)
        return re.sub(rf"\[([^]]*)\]{_RELATIVE}", r"\1", text)
    text = text.replace("<address of this repository>", address)
    text = re.sub(rf"!\[([^]]*)\]{_RELATIVE}", rf"![\1]({address}/raw/HEAD/\2)", text)
    return re.sub(rf"\[([^]]*)\]{_RELATIVE}", rf"[\1]({address}/blob/HEAD/\2)", text)
