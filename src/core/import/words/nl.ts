import type { ImportWords } from './types';

export const nl: ImportWords = {
  nouns: 'deal deals verkoopkans verkoopkansen kans opportunity',
  fillers: 'de het een van voor in op aan en bij te gekoppeld gekoppelde primaire',
  headings: {
    id: 'record id|id|object id|deal id|unieke id|recordnummer',
    name: 'naam|titel|dealnaam|opportunitynaam|onderwerp|project|omschrijving',
    account:
      'accountnaam|account|bedrijfsnaam|bedrijf|naam bedrijf|klantnaam|klant|organisatie|organisatienaam|naam account|relatie|potentiele klant',
    owner:
      'eigenaar|dealeigenaar|verkoper|verantwoordelijke|toegewezen|accountmanager|naam eigenaar|behandelaar|vertegenwoordiger|gebruiker|contactpersoon intern',
    amount:
      'bedrag|waarde|geschatte omzet|verwachte omzet|dealwaarde|omzet|geschatte waarde|totaalbedrag|orderwaarde|prijs|totale waarde',
    convertedAmount:
      'bedrag bedrijfsvaluta|bedrag geconverteerd|omgerekend bedrag|geconverteerd bedrag|bedrag valuta bedrijf|geschatte omzet basis',
    currency: 'valuta|munt|valutacode|valuta bedrag|muntsoort|valuta waarde',
    when: 'sluitingsdatum|verwachte sluitingsdatum|afsluitdatum|verwachte afsluitdatum|sluitdatum|geschatte sluitingsdatum|verwachte sluitdatum|einddatum|geplande sluitingsdatum|verwachte afsluiting|afsluiting',
    stage: 'fase|status|stadium|verkoopfase|dealfase|verkoopstadium|pipelinefase|salesfase',
    pipeline: 'pipeline|trechter|verkooppijplijn|pijplijn',
    next: 'volgende stap|volgende activiteit|volgende stappen|volgende actie|vervolgstap',
    reason: 'reden verlies|verliesreden|reden verloren|reden afwijzing|oorzaak verlies',
    created: 'aanmaakdatum|aangemaakt|gemaakt|toegevoegd|datum aangemaakt|creatiedatum',
    modified:
      'laatst gewijzigd|laatste wijziging|gewijzigd|bijgewerkt|datum laatste wijziging|laatst bijgewerkt|wijzigingsdatum|laatste wijzigingsdatum',
  },
  stages: {
    won: 'gewonnen',
    lost: 'verloren',
    neutral: 'gesloten afgesloten deal en is als',
    not: 'niet geen nooit zonder',
    perhapsWon: 'gesloten|afgesloten|getekend|contract getekend|order ontvangen|opdracht|akkoord|verkocht|afgerond',
    perhapsLost:
      'geannuleerd|afgewezen|vervallen|geen interesse|gearchiveerd|stopgezet|afgehaakt|ingetrokken|gediskwalificeerd',
  },
  owners: {
    inactive: 'gedeactiveerd|inactief|uitgeschakeld|gedeactiveerde gebruiker|uit dienst|niet actief',
    none: 'niet toegewezen|geen eigenaar|zonder eigenaar|niemand',
  },
  totals: 'totaal|eindtotaal|som|subtotaal|gemiddelde|aantal',
};
