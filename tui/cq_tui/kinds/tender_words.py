"""How lists of tenders and contracts say how far a deal has come, a line a language: a tender that failed is no deal.

Only what means one stage stands here, as in ``stage_words``: a contract that is *closed* or *expired* was a deal, and
what is *active* or *failed* may be a company.
"""

TENDER_WORDS = {
    "pledged": """
        tendering, in tender, under tender, out to tender, tender published, bidding, not signed, unsigned
        ausgeschrieben, in ausschreibung, ausschreibung läuft, nicht unterzeichnet, nicht unterschrieben
        en cours de consultation, appel d'offres en cours, non signé(|e|es|s)
        en licitación, licitación en curso, publicad(o|a), no firmad(o|a), no suscrit(o|a), sin firmar
        gara in corso, in gara, non firmat(o|a), non stipulat(o|a), non sottoscritt(o|a)
        licitando, em licitação, não assinad(o|a), em contratação
        aanbesteding loopt, niet ondertekend
        w przetargu, przetarg w toku, niepodpisan(y|a|e|o), nie podpisano
        vyhlášen(|o|a), probíhá výběrové řízení, nepodepsán(|o|a), nepodepsan(ý|á|é)
        подача заявок, прием заявок, приём заявок, определение поставщика, работа комиссии, не подписан(|о|а)
        подання пропозицій, прийом пропозицій, період уточнень, кваліфікація, прекваліфікація, аукціон
        не підписано, не підписаний
        ihale aşamasında, teklif aşamasında, ihalede, imzalanmadı, imzalanmamış
        公告中, 入札中, 公募中, 未契約, 未締結
        招标中, 招標中, 等标期, 等標期, 待决标, 待決標, 未签约, 未簽約, 未签订, 未簽訂
    """,
    "implementing": """
        in force
        in kraft
        en vigueur
        vigente, en vigor, activ(o|a)
        in vigore, attiv(o|a)
        em vigor, em vigência, ativ(o|a)
        van kracht
        obowiązując(y|a|e), aktywn(y|a|e)
        platn(ý|á|é), účinn(ý|á|é), aktivní
        действует, действующ(ий|ая|ее), исполнение, на исполнении
        діє, діюч(ий|а|е), чинн(ий|а|е), активн(ий|а|е), виконується
        yürürlükte, aktif
        契約中, 履行中
        履约中, 履約中, 生效, 已生效
    """,
    "suspended": """
        interrompid(o|a), suspens(o|a) temporariamente, suspensão
        призупинен(ий|о|а), зупинен(ий|о|а)
        暂缓, 暫緩, 暂停执行, 暫停執行
    """,
    "cancelled": """
        tender failed, failed tender, unsuccessful, no award, not awarded, not concluded
        aufgehoben, verfahren aufgehoben, gescheitert, nicht zustande gekommen, nicht vergeben
        infructueux, déclaré infructueux, sans suite, déclaré sans suite, classé sans suite, non attribué(|e)
        fracasad(o|a), declarado fracasado, fallid(o|a), sin efecto, declarado nulo, no adjudicad(o|a)
        non aggiudicat(o|a), andat(o|a) deserta, senza esito, non andato a buon fine
        fracassad(o|a), frustrad(o|a), licitação fracassada, licitação deserta, não assinou, distratad(o|a)
        mislukt, niet gegund
        nierozstrzygnięt(y|a|e), brak ofert, bez rozstrzygnięcia
        neúspěšn(ý|á|é), zrušené zadávací řízení, neuzavřen(|o|a)
        не состоялся, не состоялась, не состоялось, не состоялись, признан(|а|о) несостоявш(имся|ейся)
        не заключен(|о|а), закупка отменена
        скасован(ий|о|а), відмінен(ий|о|а), анульован(ий|о|а), розірван(ий|о|а)
        не відбувся, не відбулася, не відбулася закупівля, не відбулися, торги не відбулися, закупівля не відбулась
        sonuçsuz, başarısız, ihale iptal, iptal edilen, iptal edilmiş
        不調, 不落, 入札不調, 不調・不落, 取り止め, 取りやめ
        无法决标, 無法決標, 不予决标, 不予決標, 招标失败, 招標失敗, 未成交, 未决标, 取消采购, 取消採購
    """,
}
