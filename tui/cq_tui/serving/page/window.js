// What the page adds to textual-serve's terminal: addresses as the page itself was reached, so that any proxy and any
// path in front works; why a window was closed; downloads without a new window; copying and pasting by keys.
(() => {
  const here = new URL(".", location.href);

  window.addEventListener("DOMContentLoaded", () => {
    const socket = new URL("ws", here);
    socket.protocol = here.protocol === "https:" ? "wss:" : "ws:";
    document.getElementById("terminal").dataset.sessionWebsocketUrl = socket.href;
  });

  window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
      super(...given);
      let opened = false;
      this.addEventListener("open", () => { opened = true; type(); });
      this.addEventListener("close", (event) => {
        if (!opened) { location.reload(); return; } // the page says why there is no window
        const words = JSON.parse(document.body.dataset.words);
        document.getElementById("why").textContent = words[event.code] || words["1000"];
        document.getElementById("again").focus();
      });
    }
    // One message holds as much as the server takes; a paste is cut by the program anyway.
    send(data) { super.send(data.length > 200000 && data.startsWith('["stdin"') ? cut(data) : data); }
  };

  function cut(data) { return JSON.stringify(["stdin", JSON.parse(data)[1].slice(0, 50000)]); }

  // The terminal opens the address of a download, as it knows it: below the origin.
  window.open = (address) => {
    const link = document.createElement("a");
    link.href = new URL("download/" + address.split("/download/")[1], here).href;
    link.download = "";
    link.click();
    return null;
  };

  // Ctrl+V pastes, and Ctrl+Insert, Ctrl+Shift+C or Cmd+C copy what is selected, where the terminal would send a key.
  window.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const plainCtrl = event.ctrlKey && !event.shiftKey && !event.altKey;
    if (plainCtrl && key === "v") {
      event.stopImmediatePropagation();
    } else if ((event.ctrlKey && (key === "insert" || (event.shiftKey && key === "c"))) || (event.metaKey && key === "c")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      document.execCommand("copy");
    }
  }, true);

  // Keys go to the terminal from the start, and again when the window is come back to.
  function type() { document.querySelector(".xterm-helper-textarea")?.focus(); }
  window.addEventListener("focus", type);
})();
