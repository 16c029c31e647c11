import type { ImportWords } from './types';

export const de: ImportWords = {
  nouns: 'deal deals opportunity verkaufschance verkaufsopportunity opportunities verkaufschancen abschluss',
  fillers:
    'der die das des dem den fur im in am an von vom zu zum zur und zugeordnet zugeordnetes zugehoriges primar primares',
  qualifiers:
    'geplant geplante geplanter geplantes erwartet erwarteter erwartetes erwartete voraussichtlich voraussichtlicher voraussichtliches geschatzt geschatzter geschatztes gesch vorauss netto brutto exkl inkl zzgl ust mwst aktuell aktueller aktuelle vollstandiger voller gesamt ca',
  headings: {
    id: 'datensatz id|id|vorgangsnummer|objekt id|datensatznummer|externe id|nicht andern|element id',
    number: 'nummer|nr|auftragsnummer|angebotsnummer|projektnummer|referenz|kennung',
    name: 'name|titel|bezeichnung|betreff|thema|projekt|projektname|vorgang|abschlussname|auftragsname|angebotsname|elementname|element|angebot|auftrag|beschreibung|gelegenheit|chance',
    account:
      'accountname|account name|account|firma|firmenname|unternehmen|unternehmensname|name unternehmens|kunde|kundenname|potenzieller kunde|mandant|interessent|kontoname|konto|name accounts|kunden|auftraggeber|endkunde|geschaftspartner|kundenfirma|organisationsname|name firma',
    owner:
      'inhaber|zustandiger mitarbeiter|zustandig|zustandiger|dealinhaber|opportunityinhaber|besitzer|eigentumer|verantwortlich|verantwortlicher|verantwortliche person|vertriebsmitarbeiter|verkaufer|bearbeiter|betreuer|kundenbetreuer|zugewiesen|sachbearbeiter|zugewiesener benutzer|verantwortliche|vertriebler|vertriebsbeauftragter|verkaufer name|vertrieb|aussendienst|inhabername|name inhabers|zustandige person|ansprechpartner intern|betreuender mitarbeiter|key account manager|besitzername|mitarbeiter',
    amount:
      'betrag|wert|umsatz|volumen|auftragswert|auftragsvolumen|dealwert|summe|angebotssumme|honorar|preis|einkommen|angebotswert|projektwert|projektvolumen|gesamtwert|gesamtbetrag|nettobetrag|nettowert|bruttobetrag|angebotsbetrag|auftragssumme|wahrscheinlich|umsatzpotenzial|potenzial|jahresumsatz|umsatzerwartung',
    convertedAmount:
      'betrag unternehmenswahrung|betrag umgerechnet|umgerechneter betrag|betrag firmenwahrung|betrag hauptwahrung|gesch umsatz basis|geschatzter umsatz basis|wert hauswahrung|betrag hauswahrung|betrag konzernwahrung|betrag basiswahrung|wert umgerechnet|betrag eigener wahrung',
    currency: 'wahrung|wahrungscode|betrag wahrung|wahrung betrags|wahrungskurzel|iso wahrungscode',
    when: 'abschlussdatum|schlusstermin|erwarteter abschluss|abschluss|abschlusstermin|schliessdatum|enddatum|schliessungsdatum|zieldatum|zieltermin|abschluss datum|auftragsdatum|entscheidungsdatum|unterschriftsdatum|vertragsdatum|datum abschlusses|abschluss bis|fallig|falligkeit|falligkeitsdatum|termin|gewinndatum|entscheidung bis',
    stage:
      'phase|stufe|status|verkaufsphase|vertriebsphase|dealphase|pipelinephase|stadium|vertriebsstatus|angebotsstatus|verkaufsstufe|vertriebsstufe|auftragsstatus|projektstatus|statusgrund|phase pipeline|bearbeitungsstand|stand',
    pipeline: 'pipeline|vertriebspipeline|trichter|datensatztyp',
    next: 'nachster schritt|nachste schritte|nachste aktivitat|nachste aufgabe',
    reason: 'verlustgrund|grund verlust|grund verlusts|absagegrund|grund absage|grund verloren|verlustursache',
    created:
      'erstellt|erstelldatum|erstellungsdatum|angelegt|anlagedatum|hinzugefugt|erstellungszeit|erstellungszeitpunkt',
    modified:
      'zuletzt geandert|letzte anderung|datum letzten anderung|aktualisiert|geandert|anderungsdatum|zuletzt aktualisiert|letzte aktualisierung|datum letzter anderung',
  },
  stages: {
    won: 'gewonnen gewonnene gewonnener gewonnenes gewonnenen',
    lost: 'verloren verlorene verlorener verlorenes verlorenen',
    closed: 'geschlossen abgeschlossen beendet',
    neutral: 'abschluss und ist als auftrag projekt angebot',
    not: 'nicht nie kein keine ohne noch',
    wonWhole: 'erfolgreich abgeschlossen|erfolgreich geschlossen',
    lostWhole: 'erfolglos abgeschlossen|erfolglos geschlossen',
    perhapsWon:
      'auftrag erhalten|beauftragt|abgeschlossen|geschlossen|unterschrieben|vertrag unterschrieben|auftrag|bestellt|erledigt|bestellung eingegangen|auftrag eingegangen|verkauft|erfolgreich|angenommen|beauftragung|bestellung erhalten|vertrag geschlossen|zugeschlagen|zuschlag erhalten|erfolg',
    perhapsLost:
      'abgesagt|abgelehnt|abgebrochen|storniert|kein interesse|absage|archiviert|disqualifiziert|zuruckgezogen|kein budget|ausgeschieden|erfolglos|eingestellt|hinfallig|abgesprungen|verworfen|nicht erfolgreich|kein bedarf|ungultig|geloscht|entfallen|absage erhalten|gescheitert',
    because: 'wegen an durch aufgrund',
  },
  owners: {
    inactive: 'deaktiviert|inaktiv|ausgeschieden|deaktivierter benutzer|ehemalig|gesperrt',
    none: 'nicht zugewiesen|kein inhaber|niemand|ohne inhaber|kein besitzer|kein zustandiger mitarbeiter|nicht zugeordnet',
  },
  totals: 'summe|gesamt|gesamtsumme|zwischensumme|insgesamt|anzahl|durchschnitt',
};
