"""How lists in other languages than English and Chinese say how far a deal has come, a line a language.

Only what means one stage and no other stands here: what is *closed*, *ended*, *pending* or *being processed* may be
any of several, and is left to the list's owner. ``firmad(o|a)`` is two words.
"""

import re
from collections.abc import Iterator

from cq_tui.kinds.tender_words import TENDER_WORDS

_WORDS = {
    "pledged": """
        absichtserklärung, verhandlung, in verhandlung
        lettre d'intention, en négociation
        carta de intención, en negociación
        lettera d'intenti, in trattativa
        carta de intenções, em negociação
        intentieverklaring
        list intencyjny
        意向書, 交渉中
        待签约, 협의중, 협의 중
    """,
    "planned": """
        geplant, in planung
        prévu(|e|es|s), planifié(|e|es|s), en projet
        planificad(o|a), planead(o|a), previst(o|a)
        pianificat(o|a), in progettazione
        planejad(o|a), em planeamento, em planejamento
        gepland, in voorbereiding
        planowan(y|a|e), zaplanowan(y|a|e)
        plánován(|o|a), plánovan(ý|á|é)
        planificat(|ă), prevăzut(|ă)
        tervezett, tervezés alatt
        planlagt
        planerad, planerat
        suunnitteilla, suunniteltu
        計画中, 予定
        планируется, запланирован(|о|а)
        planlanıyor, planlanan
        programmat(o|a)
        예정, 계획, 계획중, 추진예정
        idea, concept, concept stage, concept design, feasibility, feasibility study, detailed design, pre-construction
        idee, vision, konzept, studie, vorstudie, machbarkeitsstudie, grundlagenermittlung, vorplanung, entwurf
        entwurfsplanung, genehmigungsplanung, ausführungsplanung, planung, planungsphase, in vorbereitung, vergabe
        idee / vision, konzept / vorplanung / studie, ausschreibung / vergabe, ausschreibung und vergabe
        esquisse, avant-projet, étude de faisabilité, études préliminaires, en étude, en préparation
        anteproyecto, estudio previo, redacción de proyecto, estudio de factibilidad, en preparación
        progettazione, progetto preliminare, progetto definitivo, progetto esecutivo, studio di fattibilità
        anteprojeto, estudo prévio, estudo de viabilidade, em preparação
        initiatieffase, definitiefase, ontwerpfase, voorontwerp, planvorming, verkenning
        koncepcja, projektowanie, w przygotowaniu, příprava, v přípravě, projektová příprava
    """,
    "committed": """
        awarded, award, contract awarded, grant awarded, awarded contract
        zuschlag erteilt, auftrag erteilt, auftrag vergeben, zugeschlagen, vergeben
        adjugé(|e|es|s), attribué(|e|es|s), marché attribué
        adjudicad(o|a), contrato adjudicado
        aggiudicat(o|a), contratto aggiudicato
        gegund, opdracht gegund
        udzielon(y|a|e|o), zamówienie udzielone, udzielono zamówienia
        zadán(|o|a), zadan(ý|á|é), přidělen(|o|a)
        atribuit(|ă)
        tildelt, kontrakt tildelt
        tilldelad, tilldelat
        落札, 落札済み
        中标, 已中标, 已成交
        zugesagt
        engagé(|e|es|s)
        comprometid(o|a)
        impegnat(o|a)
        toegezegd
    """,
    "signed": """
        unterzeichnet, unterschrieben, vertrag unterzeichnet, vertrag unterschrieben
        signé(|e|es|s), contrat signé, accord signé, convention signée
        firmad(o|a), suscrit(o|a), contrato firmado, acuerdo firmado, convenio firmado
        firmat(o|a), sottoscritt(o|a), contratto firmato, accordo firmato
        assinad(o|a), contrato assinado, acordo assinado
        ondertekend, getekend, contract getekend
        podpisan(y|a|e|o), umowa podpisana
        podepsan(ý|á|é), podepsán(|o|a), smlouva podepsána, podpísan(ý|á|é)
        semnat(|ă), contract semnat, acord semnat
        aláírva, aláírt, szerződés aláírva
        underskrevet, undertegnet, signert
        undertecknad, undertecknat, signerad, signerat
        allekirjoitettu, sopimus allekirjoitettu
        締結, 締結済, 締結済み, 契約済, 契約済み, 契約締結, 調印, 調印済み, 署名済み
        подписан(|о|а), договор подписан
        imzalandı, imzalanmış
        υπογράφηκε, υπογεγραμμένη
        체결, 협약체결, 협약 체결, 계약체결, 계약 체결
    """,
    "approved": """
        genehmigt, bewilligt
        approuvé(|e|es|s), autorisé(|e|es|s)
        aprobad(o|a), autorizad(o|a)
        approvat(o|a), autorizzat(o|a)
        aprovad(o|a)
        goedgekeurd
        zatwierdzon(y|a|e)
        schválen(|o|a), schválen(ý|á|é)
        aprobat(|ă)
        jóváhagyva, jóváhagyott
        godkendt, godkjent
        godkänd, godkänt, beviljad, beviljat
        hyväksytty
        承認, 承認済, 承認済み, 認可, 認可済み
        утвержден(|о|а), утверждён, одобрен(|о|а)
        onaylandı, onaylanmış
        核定, 已核定
        승인, 인가
    """,
    "started": """
        begonnen, gestartet, baubeginn, angelaufen
        démarré(|e|es|s), commencé(|e|es|s), travaux commencés
        iniciad(o|a), comenzad(o|a)
        avviat(o|a), iniziat(o|a)
        gestart
        rozpoczęt(y|a|e)
        zahájen(|o|a), zahájen(ý|á|é)
        demarat(|ă), început(|ă)
        megkezdett, megkezdve, elindult
        påbegyndt, startet
        påbörjad, påbörjat, startad
        aloitettu, käynnistynyt
        着工, 着工済み, 開始
        начат(|о|а), начато строительство
        动土, 已动土
        着手, 착공
    """,
    "implementing": """
        bauausführung, bauphase, ausführung, umsetzung, durchführung, realisierungsphase
        phase de travaux, fase de obra, fase di esecuzione, uitvoeringsfase
        laufend, läuft, in umsetzung, in durchführung, in ausführung, im bau, in bau, in arbeit
        en cours, en cours de réalisation, en cours d'exécution, en construction, en travaux
        en curso, en ejecución, en progreso, en marcha, en construcción, en obras
        in corso, in corso di realizzazione, in esecuzione, in attuazione, in costruzione
        em curso, em andamento, em execução, em progresso, em construção, em obras
        lopend, in uitvoering, in aanbouw
        w toku, w realizacji, w trakcie realizacji, w trakcie, realizowan(y|a|e), w budowie
        probíhá, probíhající, v realizaci, ve výstavbě, prebieha
        în curs, în curs de realizare, în derulare, în implementare, în execuție, în execuţie, în construcție
        folyamatban, folyamatban lévő, folyamatban van, megvalósítás alatt, építés alatt, kivitelezés alatt
        i gang, igangværende, under opførelse, under udførelse, under bygging, pågår
        pågående, under genomförande, under byggnation
        käynnissä, meneillään, rakenteilla, toteutuksessa
        進行中, 実施中, 実行中, 工事中, 建設中
        в процессе, реализуется, в реализации, в работе, строится, выполняется
        devam ediyor, devam eden, sürüyor, yapım aşamasında
        σε εξέλιξη, υπό κατασκευή
        兴建中
        lavori in corso
        진행중, 진행 중, 추진중, 추진 중, 시행중, 공사중, 공사 중
    """,
    "operating": """
        in betrieb, in produktion, fortlaufend, inbetriebnahme
        en service, en exploitation, opérationnel(|le), en production
        en operación, en funcionamiento, operativ(o|a), en producción
        in esercizio, in funzione, in produzione
        em operação, em funcionamento, operacional, em produção
        in bedrijf, operationeel
        w eksploatacji
        v provozu
        în funcțiune, în exploatare
        működik, üzemel
        i drift
        toiminnassa, tuotannossa
        稼働中, 稼働, 操業中, 営業中
        营运中, 已营运, 商转, 已商转
        운영중, 운영 중, 가동중
    """,
    "completed": """
        abgeschlossen, fertiggestellt, fertig, vollendet
        terminé(|e|es|s), achevé(|e|es|s), complété(|e), finalisé(|e)
        completad(o|a), terminad(o|a), finalizad(o|a), concluid(o|a)
        completat(o|a), conclus(o|a), terminat(o|a), ultimat(o|a)
        concluíd(o|a), terminad(o|a)
        voltooid, afgerond, opgeleverd
        zakończon(y|a|e|o), zakończono, ukończon(y|a|e|o)
        dokončen(|o|a), dokončen(ý|á|é), hotovo
        finalizat(|ă), terminat(|ă)
        befejezett, befejezve, befejeződött, elkészült
        afsluttet, fuldført, færdig, ferdig, fullført, ferdigstilt, avsluttet
        avslutad, avslutat, slutförd, slutfört, färdig, färdigställd
        valmis, valmistunut
        完了, 完了済み, 完成, 竣工済み
        завершен(|о|а), завершён, завершена, выполнен(|о|а)
        tamamlandı, tamamlanmış
        ολοκληρώθηκε, ολοκληρωμένο
        collaudat(o|a), lavori conclusi, lavori ultimati
        완료, 준공, 완공
    """,
    "realised": """
        realisiert, umgesetzt
        réalisé(|e|es|s)
        realizad(o|a)
        realizzat(o|a)
        gerealiseerd
        zrealizowan(y|a|e|o)
        realizován(|o|a), zrealizován(|o|a)
        realizat(|ă)
        megvalósult
        toteutunut
        実現
        реализован(|о|а)
    """,
    "suspended": """
        ausgesetzt, unterbrochen, pausiert, ruhend, ruht, gestoppt, auf eis gelegt
        suspendu(|e|es|s), en suspens, en pause, interrompu(|e|es|s), gelé(|e)
        suspendid(o|a), paralizad(o|a), en pausa, detenid(o|a)
        sospes(o|a), in pausa, in sospeso, bloccat(o|a)
        suspens(o|a), paralisad(o|a), em pausa
        opgeschort, stilgelegd, gepauzeerd
        zawieszon(y|a|e|o), wstrzyman(y|a|e|o)
        pozastaven(|o|a), pozastaven(ý|á|é), přerušen(|o|a), přerušen(ý|á|é)
        suspendat(|ă), sistat(|ă), întrerupt(|ă)
        felfüggesztve, felfüggesztett, szünetel
        suspenderet, sat i bero, på hold, standset
        pausad, pausat, vilande, suspenderad, stoppad
        keskeytetty, tauolla
        一時停止, 保留, 保留中, 中断, 中断中
        приостановлен(|о|а), заморожен(|о|а)
        askıya alındı, durduruldu
        ανεστάλη, σε αναστολή
        중단, 보류
    """,
    "cancelled": """
        storniert, abgesagt, annulliert, abgebrochen, gekündigt, widerrufen, zurückgezogen, gestrichen, aufgegeben
        annulé(|e|es|s), résilié(|e|es|s), abandonné(|e|es|s), retiré(|e|es|s)
        cancelad(o|a), anulad(o|a), rescindid(o|a), abandonad(o|a), desistid(o|a)
        annullat(o|a), cancellat(o|a), revocat(o|a), resciss(o|a), ritirat(o|a), abbandonat(o|a)
        cancelad(o|a), revogad(o|a)
        geannuleerd, geschrapt, ingetrokken, afgeblazen
        anulowan(y|a|e|o), odwołan(y|a|e|o), rozwiązan(a|y|o), wycofan(y|a|e|o), umowa rozwiązana
        zrušen(|o|a), zrušen(ý|á|é), stornován(|o|a)
        anulat(|ă), reziliat(|ă), abandonat(|ă), retras(|ă)
        törölt, törölve, visszavonva, visszavont, meghiúsult, lemondva
        annulleret, aflyst, opsagt, kansellert, avlyst
        inställd, inställt, annullerad, annullerat, uppsagd, makulerad
        peruttu, peruutettu, purettu
        キャンセル, 取消し, 取り消し, 破棄, 白紙撤回, 契約解除
        отменен(|о|а), отменён, отменена, аннулирован(|о|а), расторгнут(|о|а)
        iptal, iptal edildi, feshedildi
        ακυρώθηκε
        撤案, 撤件
        unieważnion(y|a|e|o)
        gara deserta, desert(o|a), desiert(o|a), declarado desierto, licitación desierta
        废标, 流标, 废标/流标
        called off, blocked, discontinued, void, voided, nullified, deal cancelled, deal canceled, deal terminated
        mutually terminated, fell through, rejected, declined, refused
        abgelehnt, eingestellt
        rejeté(|e|es|s), refusé(|e|es|s), caduc, caduque, déprogrammé(|e|es|s)
        revocad(o|a), rechazad(o|a), denegad(o|a), desestimad(o|a), renuncia, renunciad(o|a)
        rinunciat(o|a), rinuncia, decadut(o|a), definanziat(o|a), respint(o|a), rifiutat(o|a), non finanziat(o|a)
        rejeitad(o|a), indeferid(o|a), recusad(o|a)
        afgewezen, vervallen, geweigerd
        odrzucon(y|a|e|o)
        zamítnut(|o|a), zamítnut(ý|á|é)
        elutasítva, elutasított
        respins(|ă)
        trukket, avslått, avslag, afvist, afslag, tilbagetrukket, ophævet
        avbruten, avbrutet, återkallad, återkallat, avslagen, avslaget
        hylätty, rauennut
        отклонен(|о|а), прекращен(|о|а), отозван(|о|а)
        已撤回, 已拒绝, 未通过, 解除合同, 合同解除, 合同终止, 终止合作
        取下げ, 辞退, 却下, 不採択
        취소, 철회, 해지, 해제, 무산, 백지화, 부결, 반려
    """,
}
ANNOUNCED = frozenset(
    """pending|announced|agreed|pending completion|pending closing|pending close|pending approval|deal pending
    angekündigt|ausstehend|vereinbart|annoncé|annoncée|en attente|anunciado|anunciada|pendiente|pendente|annunciato
    annunciata|in attesa|aangekondigd|in behandeling|zapowiedziane|ogłoszone|oznámeno|annonsert|aviserad|annonceret
    julkistettu|объявлена|объявлено|ожидается|已宣布|宣布|待完成|待交割|未完成|公告|発表|発表済み|発表済|予定|발표
    """.replace("\n", "|").split("|")
)
"""Words of what is agreed and not complete in a list of acquisitions alone; of a tender or a grant they say less."""
_FORMS = re.compile(r"\(([^()]*)\)")


def stage_words(code: str) -> tuple[str, ...]:
    """The words of a stage, each once."""
    words = re.split(r"[,\n]", f"{_WORDS.get(code, '')}\n{TENDER_WORDS.get(code, '')}")
    return tuple(dict.fromkeys(form for word in words if word.strip() for form in _forms(word.strip())))


def _forms(word: str) -> Iterator[str]:
    """A word in each of its forms."""
    if match := _FORMS.search(word):
        for ending in match[1].split("|"):
            yield from _forms(word[: match.start()] + ending + word[match.end() :])
    else:
        yield word
