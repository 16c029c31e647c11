import type { ImportWords } from './types';

export const nl: ImportWords = {
  nouns: 'deal deals verkoopkans verkoopkansen kans opportunity opportunities',
  fillers: 'de het een van voor in op aan en bij te gekoppeld gekoppelde primaire',
  qualifiers:
    'verwacht verwachte geschat geschatte gepland geplande excl incl btw netto bruto huidige volledige totaal totale',
  headings: {
    id: 'record id|id|object id|unieke id|recordnummer|niet wijzigen',
    number: 'nummer|nr|referentie|offertenummer',
    name: 'naam|titel|dealnaam|opportunitynaam|onderwerp|omschrijving|itemnaam|projectnaam|beschrijving|naam project|offerte',
    account:
      'accountnaam|account|bedrijfsnaam|bedrijf|naam bedrijf|klantnaam|klant|organisatie|organisatienaam|naam account|relatie|potentiele klant|klanten|bedrijven|opdrachtgever|eindklant|naam klant',
    owner:
      'eigenaar|dealeigenaar|verkoper|verantwoordelijke|toegewezen|accountmanager|naam eigenaar|behandelaar|vertegenwoordiger|gebruiker|contactpersoon intern|verantwoordelijk persoon|verantwoordelijke persoon|verkoopmedewerker|salesmanager|beheerder|toegewezen gebruiker|vertegenwoordiger naam|medewerker|eigenaar volledige naam',
    amount:
      'bedrag|waarde|geschatte omzet|verwachte omzet|dealwaarde|omzet|totaalbedrag|orderwaarde|prijs|geschatte opbrengst|opbrengst|inkomsten|totaal|som|offertebedrag|orderbedrag|verkoopwaarde|projectwaarde|contractwaarde|nettobedrag',
    convertedAmount:
      'bedrag bedrijfsvaluta|bedrag geconverteerd|omgerekend bedrag|geconverteerd bedrag|bedrag valuta bedrijf|geschatte omzet basis',
    currency: 'valuta|munt|valutacode|valuta bedrag|muntsoort|valuta waarde',
    when: 'sluitingsdatum|afsluitdatum|sluitdatum|einddatum|verwachte afsluiting|afsluiting|verwachte datum|beslisdatum|tekendatum|streefdatum|besluitdatum|orderdatum|datum sluiting|datum afsluiting|werkelijke sluitingsdatum',
    stage:
      'fase|status|stadium|verkoopfase|dealfase|verkoopstadium|pipelinefase|salesfase|pijplijnfase|verkoopstatus|offertestatus|dealstatus|projectstatus|verkoopstap|statusreden',
    pipeline: 'pipeline|trechter|verkooppijplijn|pijplijn',
    next: 'volgende stap|volgende activiteit|volgende stappen|volgende actie|vervolgstap',
    reason: 'reden verlies|verliesreden|reden verloren|reden afwijzing|oorzaak verlies',
    created: 'aanmaakdatum|aangemaakt|gemaakt|toegevoegd|datum aangemaakt|creatiedatum',
    modified:
      'laatst gewijzigd|laatste wijziging|gewijzigd|bijgewerkt|datum laatste wijziging|laatst bijgewerkt|wijzigingsdatum|laatste wijzigingsdatum',
  },
  stages: {
    won: 'gewonnen gescoord',
    lost: 'verloren',
    closed: 'gesloten afgesloten afgerond',
    neutral: 'en is als opdracht',
    not: 'niet geen nooit zonder',
    perhapsWon:
      'gesloten|afgesloten|getekend|contract getekend|order ontvangen|opdracht|akkoord|verkocht|afgerond|ondertekend|contract ondertekend|besteld|bestelling ontvangen|geaccepteerd|offerte akkoord|betaald|gefactureerd|succesvol|geslaagd|opdracht ontvangen|order',
    perhapsLost:
      'geannuleerd|afgewezen|vervallen|geen interesse|gearchiveerd|stopgezet|afgehaakt|ingetrokken|gediskwalificeerd|niet doorgegaan|gaat niet door|geen budget|verlopen|verworpen|geweigerd|mislukt|verwijderd|niet geinteresseerd|onsuccesvol',
    because: 'aan door wegens',
  },
  owners: {
    inactive: 'gedeactiveerd|inactief|uitgeschakeld|gedeactiveerde gebruiker|uit dienst|niet actief',
    none: 'niet toegewezen|geen eigenaar|zonder eigenaar|niemand',
  },
  totals: 'totaal|eindtotaal|som|subtotaal|gemiddelde|aantal',
};
