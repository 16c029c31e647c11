import type { ImportWords } from './types';

export const de: ImportWords = {
  nouns: 'deal deals opportunity verkaufschance verkaufsopportunity opportunities',
  fillers: 'der die das des dem den fur im in am an von vom zu zum zur und zugeordnet zugeordnetes zugehoriges',
  headings: {
    id: 'datensatz id|id|deal id|opportunity id|vorgangsnummer|objekt id|datensatznummer',
    name: 'name|titel|bezeichnung|dealname|deal name|opportunityname|opportunity name|betreff|thema|projekt|projektname|vorgang',
    account:
      'accountname|account name|account|firma|firmenname|unternehmen|unternehmensname|name unternehmens|kunde|kundenname|organisation|potenzieller kunde|mandant|interessent',
    owner:
      'inhaber|zustandiger mitarbeiter|zustandig|zustandiger|dealinhaber|opportunityinhaber|opportunity inhaber|besitzer|eigentumer|verantwortlich|verantwortlicher|verantwortliche person|vertriebsmitarbeiter|verkaufer|bearbeiter|betreuer|kundenbetreuer|zugewiesen|sachbearbeiter',
    amount:
      'betrag|wert|umsatz|volumen|auftragswert|auftragsvolumen|dealwert|deal wert|summe|geschatzter umsatz|gesch umsatz|erwarteter umsatz|erwarteter wert|angebotssumme|honorar|preis',
    convertedAmount:
      'betrag unternehmenswahrung|betrag umgerechnet|umgerechneter betrag|betrag firmenwahrung|betrag hauptwahrung|gesch umsatz basis|geschatzter umsatz basis',
    currency: 'wahrung|wahrungscode|betrag wahrung|wahrung betrags|wahrungskurzel|iso wahrungscode',
    when: 'abschlussdatum|erwartetes abschlussdatum|voraussichtliches abschlussdatum|geplantes abschlussdatum|schlusstermin|erwarteter abschluss|geschatztes abschlussdatum|gesch abschlussdatum|abschluss|abschlusstermin|geplanter abschluss|voraussichtlicher abschluss|schliessdatum|enddatum',
    stage:
      'phase|stufe|status|verkaufsphase|vertriebsphase|dealphase|pipelinephase|pipeline phase|stadium|vertriebsstatus|angebotsstatus',
    pipeline: 'pipeline|vertriebspipeline|trichter|datensatztyp',
    next: 'nachster schritt|nachste schritte|nachste aktivitat|nachste aufgabe',
    reason: 'verlustgrund|grund verlust|grund verlusts|absagegrund|grund absage|grund verloren|verlustursache',
    created:
      'erstellt|erstelldatum|erstellungsdatum|angelegt|anlagedatum|hinzugefugt|erstellungszeit|erstellungszeitpunkt',
    modified:
      'zuletzt geandert|letzte anderung|datum letzten anderung|aktualisiert|geandert|anderungsdatum|zuletzt aktualisiert|letzte aktualisierung|datum letzter anderung',
  },
  stages: {
    won: 'gewonnen',
    lost: 'verloren',
    neutral: 'geschlossen abgeschlossen und deal ist als auftrag',
    not: 'nicht nie kein keine ohne noch',
    perhapsWon:
      'auftrag erhalten|beauftragt|abgeschlossen|geschlossen|unterschrieben|vertrag unterschrieben|auftrag|bestellt|erledigt',
    perhapsLost:
      'abgesagt|abgelehnt|abgebrochen|storniert|kein interesse|absage|archiviert|disqualifiziert|zuruckgezogen|kein budget',
  },
  owners: {
    inactive: 'deaktiviert|inaktiv|ausgeschieden|deaktivierter benutzer|ehemalig|gesperrt',
    none: 'nicht zugewiesen|kein inhaber|niemand|ohne inhaber|kein besitzer|kein zustandiger mitarbeiter|nicht zugeordnet',
  },
  totals: 'summe|gesamt|gesamtsumme|zwischensumme|insgesamt|anzahl|durchschnitt',
};
