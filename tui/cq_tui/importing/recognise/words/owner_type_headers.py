"""Headers of what a party of a deal is, ``BusinessType``, ``Rechtsform``: they say nothing of what the deal is."""

from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.values.expressions import later

_WHOSE = (
    "business|company|companies|corporate|corporation|organisation|organization|organisational|organizational|org|entity"
    "|firm|enterprise|employer|employers|ownership|owner|legal|legal entity|borrower|applicant|grantee|donor|supplier"
    "|vendor|charity|institution|school"
)
_IN_LETTERS = later(
    rf"(?:{_WHOSE}) (?:type|form|structure|class|category)(?: description| code| name)?"
    rf"|(?:type|form|class|category) (?:of )?(?:the )?(?:{_WHOSE})"
    r"|(?:rechts|unternehmens|gesellschafts|organisations|betriebs)(?:form|art|typ)"
    r"|(?:forme|statut|nature|categorie) juridique|type d?(?: "
    r"|')?(?:entreprise|organisme|structure|societe|beneficiaire)s?"
    r"|(?:forma|naturaleza|figura|condicion) juridica"
    r"|tipo (?:de )?(?:empresa|entidad|sociedad|organizacion|beneficiario)"
    r"|(?:forma|natura) giuridica|tipo(?:logia)? (?:di )?(?:impresa|societa|azienda|ente|soggetto|beneficiario)"
    r"|natureza juridica|tipo (?:de )?(?:sociedade|entidade|organizacao)"
    r"|rechtsvorm|bedrijfsvorm|(?:bedrijfs|organisatie)type|soort (?:bedrijf|organisatie|gever)"
    r"|forma prawna|typ (?:podmiotu|firmy|organizacji)|pravni forma|pravna forma|typ (?:subjektu|organizace)"
    r"|(?:selskaps|organisasjons|virksomheds|foretaks)(?:form|type)|(?:bolags|foretags|organisations)(?:form|typ)"
    r"|yritysmuoto|yhtiomuoto|cegforma|gazdalkodasi forma|forma juridica|tip (?:de )?(?:entitate|firma)|pravni oblik"
    r"|(?:организационно )?правовая форма|опф|вид (?:организации"
    r"|собственности)|тип (?:организации|компании|предприятия)"
    r"|форма собственности|організаційно правова форма|sirket turu"
    r"|loai hinh doanh nghiep|bentuk usaha|jenis perusahaan"
)
_IN_SIGNS = later(
    r"(?:企业|公司|单位|机构|组织|法人|主体|股东|业主)(?:类型|类别|性质|形式|种类)|经济类型|所有制(?:形式|类型)?"
    r"|法人格|法人种别|法人(?:区分|形态)|(?:企业|组织|事业者)形态"
    r"|사업자\s?유형|(?:기업|법인|기관|회사)\s?(?:유형|형태|구분|종류)"
)


def is_owner_type(header: str) -> bool:
    """Whether a header says what an organisation is, and nothing of the deal."""
    key = key_of(header)
    return _IN_LETTERS.fullmatch(key) is not None or _IN_SIGNS.search(key) is not None
