import { STANDARD_STATUSES } from '../../src/core/deal/carry';
import { findColumns, type ImportField } from '../../src/core/import/columns';
import { decodeEntities } from '../../src/core/import/entities';
import { filterDeals, NO_FILTER } from '../../src/core/import/filter';
import { readHeading } from '../../src/core/import/headings';
import { answersFrom, memoryOf } from '../../src/core/import/memory';
import { matchOwner, ownersOf } from '../../src/core/import/owners';
import { roundedId } from '../../src/core/import/rounded-ids';
import { meaningOf } from '../../src/core/import/stages';
import { decodeFile, sampleWords } from '../../src/sidebar/import/bytes';
import { readBytes } from '../support/import-read';

const PEOPLE = [
  { id: 'm', name: 'Mira Oakes', email: 'mira.oakes@example.com' },
  { id: 's', name: 'Seán O’Rahl', email: 'sean@example.com' },
  { id: 'z', name: 'Zoë van der Berg', email: '' },
  { id: 'j', name: 'Jürgen Groß', email: '' },
];

/** Which heading each field is found in, by the headings alone. */
function fieldsOf(heading: string[]): Partial<Record<ImportField, string>> {
  const { columns } = findColumns({ heading, lines: [] }, []);
  return Object.fromEntries((Object.keys(columns) as ImportField[]).map((field) => [field, heading[columns[field]!]]));
}

describe('headings as CRMs export them: id, name, customer, owner, amount, close date, stage', () => {
  const FIELDS = ['id', 'name', 'account', 'owner', 'amount', 'when', 'stage'] as const;

  test.each([
    ['Salesforce report', 'Opportunity ID|Opportunity Name|Account Name|Opportunity Owner|Amount|Close Date|Stage'],
    ['Salesforce API', 'Id|Name|Account.Name|Owner.Name|Amount|CloseDate|StageName'],
    [
      'Salesforce, German',
      'Opportunity-ID|Opportunity-Name|Accountname|Opportunity-Inhaber|Betrag|Schlusstermin|Phase',
    ],
    [
      'Salesforce, Spanish',
      'Id. de la oportunidad|Nombre de la oportunidad|Nombre de la cuenta|Propietario de oportunidad|Importe|Fecha de cierre|Etapa',
    ],
    [
      'Salesforce, Italian',
      'ID opportunità|Nome opportunità|Nome account|Titolare opportunità|Importo|Data chiusura|Fase',
    ],
    ['Salesforce, Dutch', 'Opportunity-ID|Opportunitynaam|Accountnaam|Eigenaar opportunity|Bedrag|Sluitingsdatum|Fase'],
    ['HubSpot', 'Record ID|Deal Name|Associated Company|Deal owner|Amount|Close Date|Deal Stage'],
    [
      'HubSpot, French',
      'ID de la fiche d’informations|Nom de la transaction|Entreprise associée|Propriétaire de la transaction|Montant|Date de fermeture|Phase de la transaction',
    ],
    [
      'HubSpot, Spanish',
      'ID de registro|Nombre del negocio|Empresa asociada|Propietario del negocio|Valor|Fecha de cierre|Etapa del negocio',
    ],
    [
      'HubSpot, Italian',
      'ID record|Nome trattativa|Azienda associata|Proprietario della trattativa|Importo|Data di chiusura|Fase della trattativa',
    ],
    ['HubSpot, Dutch', 'Record-ID|Dealnaam|Gekoppeld bedrijf|Dealeigenaar|Bedrag|Sluitingsdatum|Dealfase'],
    [
      'Dynamics',
      '(Do Not Modify) Opportunity|Topic|Potential Customer|Owner|Est. Revenue|Est. Close Date|Pipeline Phase',
    ],
    ['Dynamics API', 'opportunityid|name|parentaccountid|ownerid|estimatedvalue|estimatedclosedate|stepname'],
    [
      'Pipedrive',
      'Deal - ID|Deal - Title|Deal - Organization|Deal - Owner|Deal - Value|Deal - Expected close date|Deal - Stage',
    ],
    ['Zoho', 'Record Id|Deal Name|Account Name|Deal Owner|Amount|Closing Date|Stage'],
    ['Freshsales', 'Id|Deal name|Sales account|Sales owner|Deal value|Expected close date|Deal stage'],
    ['Close', 'id|name|lead_name|user_name|value|date_won|status_label'],
    ['Copper', 'Copper ID|Name|Company|Owned By|Value|Close Date|Stage'],
    ['Bitrix24', 'ID|Deal Name|Company|Responsible person|Income|Expected close date|Stage'],
    ['Bitrix24, Russian', 'ID|Название сделки|Компания|Ответственный|Сумма|Предполагаемая дата закрытия|Стадия сделки'],
    ['amoCRM', 'ID|Название сделки|Компания|Ответственный|Бюджет|Дата закрытия|Этап сделки'],
    ['SugarCRM', 'ID|Opportunity Name|Account Name|Assigned User|Likely|Expected Close Date|Sales Stage'],
    ['vtiger', 'ID|Opportunity Name|Organization Name|Assigned To|Amount|Expected Close Date|Sales Stage'],
    ['monday', 'Item ID|Name|Accounts|Owner|Deal Value|Expected Close Date|Stage'],
    ['Odoo', 'External ID|Opportunity|Customer|Salesperson|Expected Revenue|Expected Closing|Stage'],
    ['Odoo API', 'id|name|partner_id|user_id|expected_revenue|date_deadline|stage_id'],
    [
      'Salesforce fr',
      'ID de l’opportunité|Nom de l’opportunité|Nom du compte|Propriétaire de l’opportunité|Montant|Date de clôture|Phase',
    ],
    [
      'Salesforce pt-BR',
      'ID da oportunidade|Nome da oportunidade|Nome da conta|Proprietário da oportunidade|Quantia|Data de fechamento|Fase',
    ],
    [
      'Salesforce pt-BR2',
      'Oportunidade: ID|Oportunidade: Nome|Conta: Nome da conta|Oportunidade: Proprietário|Valor|Data de fechamento|Estágio',
    ],
    [
      'Salesforce report dotted',
      'Opportunity: Opportunity ID|Opportunity: Opportunity Name|Account: Account Name|Opportunity Owner: Full Name|Opportunity: Amount|Opportunity: Close Date|Opportunity: Stage',
    ],
    [
      'Salesforce ru',
      'Идентификатор возможности|Название возможности|Название организации|Ответственный за возможность|Сумма|Дата закрытия|Стадия',
    ],
    [
      'Salesforce nl',
      'Opportunity-id|Naam van opportunity|Accountnaam|Eigenaar van opportunity|Bedrag|Sluitingsdatum|Fase',
    ],
    [
      'Salesforce it alt',
      'ID opportunità|Nome dell’opportunità|Nome dell’account|Proprietario dell’opportunità|Ammontare|Data di chiusura|Fase',
    ],
    [
      'Salesforce es alt',
      'ID de la oportunidad|Nombre de oportunidad|Nombre de cuenta|Propietario de la oportunidad: Nombre completo|Cantidad|Fecha de cierre|Etapa',
    ],
    ['Salesforce case safe', 'Case Safe ID|Opportunity Name|Account Name|Owner Full Name|Amount|Close Date|Stage'],
    ['Salesforce custom', 'Opportunity ID (18)|Opp Name|Acct Name|Opp Owner|Opp Amount|Opp Close Date|Opp Stage'],
    ['Salesforce custom2', 'Opp ID|Oppty Name|Account|Owner Name|ACV|Close Dt|Oppty Stage'],
    ['HubSpot API', 'hs_object_id|dealname|associatedcompany|hubspot_owner_id|amount|closedate|dealstage'],
    ['HubSpot de', 'Datensatz-ID|Deal-Name|Zugehöriges Unternehmen|Deal-Inhaber|Wert|Abschlussdatum|Deal-Phase'],
    [
      'HubSpot de2',
      'Datensatz-ID - Deal|Name des Deals|Zugeordnetes Unternehmen (primär)|Für Deal zuständiger Mitarbeiter|Betrag|Schließungsdatum|Deal-Phase',
    ],
    [
      'HubSpot fr',
      'ID d’enregistrement|Nom de la transaction|Associated Company|Propriétaire de la transaction|Montant|Date de clôture|Étape de la transaction',
    ],
    [
      'HubSpot es2',
      'ID de registro|Nombre del negocio|Empresa asociada (principal)|Propietario del negocio|Cantidad|Fecha de cierre|Fase del negocio',
    ],
    [
      'HubSpot pt',
      'ID do registro|Nome do negócio|Empresa associada|Proprietário do negócio|Valor|Data de fechamento|Fase do negócio',
    ],
    [
      'HubSpot it2',
      'ID record|Nome dell’affare|Azienda associata|Titolare della trattativa|Ammontare|Data di chiusura|Fase dell’affare',
    ],
    [
      'HubSpot nl2',
      'Record-ID|Naam van de deal|Gekoppeld bedrijf|Eigenaar van de deal|Bedrag|Afsluitdatum|Fase van de deal',
    ],
    ['HubSpot en assoc', 'Record ID|Deal Name|Primary Associated Company|Deal Owner|Amount|Close Date|Deal Stage'],
    ['HubSpot en assoc2', 'Record ID|Deal Name|Associated Company (Primary)|Deal Owner|Amount|Close Date|Deal Stage'],
    [
      'Dynamics de',
      '(Nicht ändern) Verkaufschance|Thema|Potenzieller Kunde|Besitzer|Geschätzter Umsatz|Geschätztes Abschlussdatum|Pipelinephase',
    ],
    [
      'Dynamics fr',
      '(Ne pas modifier) Opportunité|Sujet|Client potentiel|Propriétaire|Revenu estimé|Date de clôture estimée|Phase du pipeline',
    ],
    [
      'Dynamics es',
      '(No modificar) Oportunidad|Tema|Cliente potencial|Propietario|Ingresos estimados|Fecha de cierre est.|Fase de canalización',
    ],
    [
      'Dynamics nl',
      '(Niet wijzigen) Verkoopkans|Onderwerp|Potentiële klant|Eigenaar|Geschatte opbrengst|Geschatte sluitingsdatum|Pijplijnfase',
    ],
    [
      'Dynamics it',
      '(Non modificare) Opportunità|Argomento|Cliente potenziale|Proprietario|Ricavi previsti|Data chiusura prevista|Fase pipeline',
    ],
    [
      'Dynamics pt',
      '(Não Modificar) Oportunidade|Tópico|Cliente Potencial|Proprietário|Receita Est.|Data de Fech. Est.|Fase do Pipeline',
    ],
    [
      'Dynamics ru',
      '(Не изменять) Возможная сделка|Тема|Потенциальный клиент|Ответственный|Ожидаемый доход|Ожидаемая дата закрытия|Этап воронки',
    ],
    ['Dynamics en2', 'Opportunity ID|Topic|Account|Owner|Est. revenue|Est. close date|Status Reason'],
    [
      'Dynamics API2',
      'opportunityid|name|_parentaccountid_value|_ownerid_value|estimatedvalue|estimatedclosedate|statuscode',
    ],
    [
      'Pipedrive de',
      'Deal - ID|Deal - Titel|Deal - Organisation|Deal - Besitzer|Deal - Wert|Deal - Erwartetes Abschlussdatum|Deal - Phase',
    ],
    [
      'Pipedrive fr',
      'Affaire - ID|Affaire - Titre|Affaire - Organisation|Affaire - Propriétaire|Affaire - Valeur|Affaire - Date de clôture prévue|Affaire - Étape',
    ],
    [
      'Pipedrive es',
      'Trato - ID|Trato - Título|Trato - Organización|Trato - Propietario|Trato - Valor|Trato - Fecha prevista de cierre|Trato - Etapa',
    ],
    [
      'Pipedrive pt',
      'Negócio - ID|Negócio - Título|Negócio - Organização|Negócio - Proprietário|Negócio - Valor|Negócio - Data prevista de fechamento|Negócio - Etapa',
    ],
    [
      'Pipedrive it',
      'Affare - ID|Affare - Titolo|Affare - Organizzazione|Affare - Proprietario|Affare - Valore|Affare - Data prevista di chiusura|Affare - Fase',
    ],
    [
      'Pipedrive nl',
      'Deal - ID|Deal - Titel|Deal - Organisatie|Deal - Eigenaar|Deal - Waarde|Deal - Verwachte sluitingsdatum|Deal - Fase',
    ],
    [
      'Pipedrive ru',
      'Сделка - ID|Сделка - Название|Сделка - Организация|Сделка - Владелец|Сделка - Стоимость|Сделка - Ожидаемая дата закрытия|Сделка - Этап',
    ],
    ['Pipedrive API', 'id|title|org_name|owner_name|value|expected_close_date|stage_id'],
    ['Zoho de', 'Datensatz-ID|Abschlussname|Kontoname|Abschluss-Besitzer|Betrag|Abschlussdatum|Phase'],
    [
      'Zoho fr',
      'ID d’enregistrement|Nom de l’affaire|Nom du compte|Propriétaire de l’affaire|Montant|Date de clôture|Étape',
    ],
    ['Zoho es', 'ID de registro|Nombre del trato|Nombre de cuenta|Propietario del trato|Importe|Fecha de cierre|Fase'],
    [
      'Zoho pt',
      'ID do registro|Nome do negócio|Nome da conta|Proprietário do negócio|Valor|Data de fechamento|Estágio',
    ],
    ['Zoho potential', 'Potential Id|Potential Name|Account Name|Potential Owner|Amount|Closing Date|Stage'],
    ['Zoho API', 'id|Deal_Name|Account_Name|Owner|Amount|Closing_Date|Stage'],
    ['Freshsales2', 'Deal id|Name|Account name|Sales owner|Deal value (in Base Currency)|Expected close|Deal stage'],
    ['Fresh API', 'id|name|sales_account_id|owner_id|amount|expected_close|deal_stage_id'],
    ['Copper2', 'Opportunity Id|Opportunity Name|Company Name|Owned By|Monetary Value|Expected Close|Pipeline Stage'],
    [
      'Bitrix de',
      'ID|Auftragsname|Unternehmen|Verantwortliche Person|Einkommen|Voraussichtliches Abschlussdatum|Stufe',
    ],
    ['Bitrix fr', 'ID|Nom de la transaction|Entreprise|Personne responsable|Revenu|Date de clôture prévue|Étape'],
    ['Bitrix es', 'ID|Nombre de la negociación|Compañía|Persona responsable|Ingresos|Fecha de cierre prevista|Etapa'],
    ['Bitrix pt', 'ID|Nome do Negócio|Empresa|Pessoa responsável|Renda|Data de fechamento esperada|Etapa'],
    ['Bitrix it', 'ID|Nome trattativa|Azienda|Persona responsabile|Reddito|Data di chiusura prevista|Fase'],
    ['Sugar API', 'id|name|account_name|assigned_user_name|amount|date_closed|sales_stage'],
    [
      'Sugar de',
      'ID|Name der Verkaufschance|Firmenname|Zugewiesener Benutzer|Wahrscheinlich|Erwartetes Abschlussdatum|Verkaufsphase',
    ],
    ['monday2', 'Item ID (auto generated)|Item|Company|Deal owner|Deal value|Close date|Deal stage'],
    ['monday de', 'Element-ID|Name|Unternehmen|Deal-Eigentümer|Deal-Wert|Abschlussdatum|Status'],
    ['monday es', 'ID del elemento|Elemento|Cuentas|Responsable|Valor del trato|Fecha de cierre prevista|Etapa'],
    ['monday fr', 'ID de l’élément|Élément|Comptes|Responsable|Valeur de l’affaire|Date de clôture prévue|Étape'],
    ['monday pt', 'ID do elemento|Nome|Contas|Responsável|Valor do negócio|Data prevista de fechamento|Etapa'],
    ['Odoo de', 'Externe ID|Verkaufschance|Kunde|Vertriebsmitarbeiter|Erwarteter Umsatz|Erwarteter Abschluss|Phase'],
    ['Odoo fr', 'ID externe|Opportunité|Client|Vendeur|Revenu espéré|Clôture prévue|Étape'],
    ['Odoo es', 'ID externa|Oportunidad|Cliente|Vendedor|Ingreso esperado|Cierre previsto|Etapa'],
    ['Odoo pt', 'ID externo|Oportunidade|Cliente|Vendedor|Receita esperada|Fechamento esperado|Estágio'],
    ['Odoo it', 'ID esterno|Opportunità|Cliente|Addetto vendite|Ricavo previsto|Chiusura prevista|Fase'],
    ['Odoo nl', 'Externe ID|Verkoopkans|Klant|Verkoper|Verwachte omzet|Verwachte afsluiting|Fase'],
    ['Odoo ru', 'Внешний ID|Сделка|Клиент|Продавец|Ожидаемый доход|Ожидаемое закрытие|Стадия'],
    ['Odoo API2', 'id|name|partner_id/name|user_id/name|expected_revenue|date_deadline|stage_id/name'],
    ['Capsule', 'ID|Opportunity|Organisation|Owner|Total Value|Expected Close Date|Milestone'],
    ['Capsule2', 'Id|Name|Party|Owner|Value|Expected Close|Milestone'],
    ['Zendesk Sell', 'id|name|organization_name|owner|value|estimated_close_date|stage'],
    ['Teamleader nl', 'Id|Titel|Klant|Verantwoordelijke|Bedrag excl. btw|Geschatte sluitingsdatum|Fase'],
    ['amo', 'ID|Название сделки|Компания сделки|Ответственный|Бюджет|Дата закрытия|Этап сделки'],
    ['amo2', 'ID|Название|Компания|Ответственный|Бюджет, руб|Дата закрытия|Статус'],
    ['RD Station', 'ID|Nome|Empresa|Responsável|Valor Único|Previsão de fechamento|Etapa'],
    ['Ploomes', 'Id|Título|Cliente|Responsável|Valor|Data prevista de fechamento|Estágio'],
    ['Attio', 'Record ID|Deal name|Associated company|Deal owner|Deal value|Close date|Deal stage'],
    ['Pipeline CRM', 'Deal ID|Deal Name|Company Name|Deal Owner|Deal Value|Expected Close Date|Deal Stage'],
    ['CentralStation', 'ID|Angebotsname|Firma|Verantwortlich|Angebotswert|Zieldatum|Status'],
    ['Sellsy', 'ID|Nom|Société|Commercial|Montant HT|Date de signature estimée|Étape'],
    ['Axonaut', 'Identifiant|Intitulé|Société|Responsable|Montant HT|Date de fin prévue|Statut'],
    [
      'Portuguese',
      'ID do registro|Nome da oportunidade|Nome da conta|Proprietário da oportunidade|Valor|Data de fechamento|Fase',
    ],
  ])('%s', (_crm, text) => {
    const heading = text.split('|');
    const found = fieldsOf(heading);
    expect(FIELDS.map((field) => found[field])).toEqual([
      // Where a heading is no id in so many words, the deal is known by its name.
      text.includes('fiche d’informations') ? undefined : heading[0],
      ...heading.slice(1),
    ]);
  });
});

describe('what else a heading says', () => {
  test.each([
    [
      'a number that is one for each deal',
      ['Deal #', '№', 'Nr.', 'Quote No.', 'Ref', 'Código', 'N°'],
      ['17', '4', '9'],
      'id',
    ],
    ['a number that counts the lines', ['Deal #', '№', 'Nr.', 'No.', 'N°'], ['1', '2', '3'], 'none'],
  ])('%s', (_what, headings, cells, is) => {
    const found = (heading: string) =>
      findColumns(
        { heading: [heading, 'Customer'], lines: cells.map((cell, n) => ({ line: n + 2, cells: [cell, 'A'] })) },
        [],
      ).columns.id === 0
        ? 'id'
        : 'none';
    expect(headings.map((heading) => [heading, found(heading)])).toEqual(headings.map((heading) => [heading, is]));
  });

  test.each([
    [
      'EUR',
      1,
      ['Amount (EUR)', 'Betrag in €', 'amount_eur', 'Montant en euros', '€ value', 'Bedrag in euro', 'Amount [€]'],
    ],
    ['EUR', 1000, ['Amount (k€)', 'Umsatz in T€', 'Betrag (TEUR)', 'Montant (k€)', 'Amount (EUR k)']],
    ['$', 1000, ['Amount ($000)', 'Value ($K)', 'Amount (K$)']],
    ['$', 1000000, ['Amount ($M)', 'Revenue ($ million)']],
    ['RUB', 1000, ['Сумма, тыс. руб.', 'Сумма (тыс. ₽)']],
    ['BRL', 1, ['Valor (R$)', 'Valor em R$', 'Valor em reais']],
    ['', 1, ['date_won', 'Amount (weighted)', 'Close Date (UTC)', 'Stage (DEAL)', 'Amount', 'Top deals', 'All']],
  ])('amounts in %s, counted in %d: %j', (currency, factor, headings) => {
    expect(headings.map((heading) => [heading, readHeading(heading).currency, readHeading(heading).factor])).toEqual(
      headings.map((heading) => [heading, currency, factor]),
    );
  });

  test('amounts under a heading in thousands are whole ones, unless a cell says so itself', () => {
    const text = 'Deal ID,Deal name,Amount (k€)\n1,Kiln,12\n2,Loom,"1.5"\n3,Press,12k\n4,Dye,';
    expect(readBytes(Buffer.from(text)).deals.map(({ amount }) => amount)).toEqual([12000, 1500, 12000, '']);
  });

  test('a weighted amount alone is no amount: it is asked', () => {
    expect(fieldsOf(['Deal', 'Weighted amount', 'Amount (weighted)']).amount).toBeUndefined();
  });
});

test('currencies in words of their own are told apart, and those that nobody knows as well', () => {
  const text =
    'Deal ID,Deal name,Amount,Currency\n1,A,5,US Dollar\n2,B,6,Canadian Dollar\n3,C,7,Euro\n4,D,8,Pound Sterling\n' +
    '5,E,9,Dansk krone\n6,F,10,Zorkmid';
  const { understood } = readBytes(Buffer.from(text));
  expect(understood.asksCurrency).toBe(true);
  expect(understood.currencies.map(({ currency }) => currency)).toEqual(['USD', 'CAD', 'EUR', 'GBP', 'DKK', 'Zorkmid']);
});

describe('stages', () => {
  const read = (stage: string) => {
    const { status, sure } = meaningOf(stage, STANDARD_STATUSES);
    return `${status || 'moving'}${sure ? '' : '?'}`;
  };

  test.each([
    ['won', ['Closed Won', 'closedwon', 'CLOSED_WON', 'Won', '6 - Closed Won (100 %)', 'C4:WON', 'Deal won', 'Sold']],
    ['won', ['Gewonnen', 'Abgeschlossen und gewonnen', 'Fermée gagnée', 'Cierre ganado', 'Negócio fechado']],
    ['won', ['Chiuso vinto', 'Trattativa vinta', 'Gesloten en gewonnen', 'Сделка успешна', 'Успешно реализовано']],
    ['lost', ['Closed Lost', 'closedlost', 'LOSE', 'C2:LOSE', 'Dead', 'Closed - Not Won', 'Closed Lost: no budget']],
    ['lost', ['Verloren', 'Abgeschlossen und verloren', 'Perdue', 'Cierre perdido', 'Negócio perdido', 'Chiusa persa']],
    ['lost', ['Gesloten en verloren', 'Сделка провалена', 'Закрыто и не реализовано']],
    [
      'won',
      [
        'Closed/Won',
        'Closed-Won',
        'Closed – Won',
        'CLOSED WON',
        'closed_won',
        'closed-won',
        'ClosedWon',
        'WON',
        'Won!',
        '✅ Won',
        '🎉 Closed Won',
        '7. Closed Won',
        'Closed Won (7)',
        'Stage 7: Closed Won',
        '07_Closed_Won',
        'Won (100%)',
        'Deal Won',
        'Sale won',
        'Won deal',
        'Opportunity Won',
        'Closed as Won',
        'Closed: Won',
        'Close Won',
        'Closed (won)',
        'WON - Closed',
        'Sold',
        'Deal closed won',
        'S6 Closed Won',
        '100% Won',
        'Won / Closed',
        'Won & Closed',
        'won_deal',
      ],
    ],
    [
      'won',
      [
        'Gewonnen',
        'Deal gewonnen',
        'Geschlossen/Gewonnen',
        'Geschlossen gewonnen',
        'Abgeschlossen - gewonnen',
        'Abgeschlossen, gewonnen',
        'Geschlossen, gewonnen',
        'Auftrag gewonnen',
        'Gewonnen (100%)',
        'GEWONNEN',
        'Gewonnener Deal',
        'Verkaufschance gewonnen',
        'Abschluss gewonnen',
        'Erfolgreich abgeschlossen',
      ],
    ],
    [
      'won',
      [
        'Gagné',
        'Gagnée',
        'Fermé gagné',
        'Clôturée gagnée',
        'Clôturé - Gagné',
        'Fermée / Gagnée',
        'Affaire gagnée',
        'Opportunité gagnée',
        'Conclu gagné',
        'Gagnées',
        'Transaction gagnée',
        'Fermé, gagné',
        'Clos - gagné',
        'Clôture gagnante',
        'Affaire remportée',
      ],
    ],
    [
      'won',
      [
        'Ganada',
        'Cerrada ganada',
        'Cerrado ganado',
        'Cerrada/Ganada',
        'Oportunidad ganada',
        'Negocio ganado',
        'Cierre ganado',
        'Cerrado - Ganado',
        'Ganadas',
        'Trato ganado',
        'Venta ganada',
        'Venta cerrada',
        'Cierre exitoso',
      ],
    ],
    [
      'won',
      [
        'Ganha',
        'Fechado e ganho',
        'Fechado/Ganho',
        'Fechada ganha',
        'Fechado - Ganho',
        'Negócio ganho',
        'Negócio fechado',
        'Venda ganha',
        'Oportunidade ganha',
        'Ganhos',
        'Fechamento ganho',
        'Concluído - ganho',
        'Venda realizada',
      ],
    ],
    [
      'won',
      [
        'Vinta',
        'Chiuso/Vinto',
        'Chiusa vinta',
        'Chiusa - Vinta',
        'Chiusa con successo',
        'Affare vinto',
        'Trattativa vinta',
        'Opportunità vinta',
        'Chiusura vinta',
        'Vinte',
        'Conclusa vinta',
        'Chiuso e vinto',
        'Aggiudicata',
      ],
    ],
    [
      'won',
      [
        'Gewonnen',
        'Gesloten gewonnen',
        'Afgesloten - gewonnen',
        'Deal gewonnen',
        'Gesloten/gewonnen',
        'Afgesloten en gewonnen',
        'Gewonnen deal',
        'Verkoopkans gewonnen',
        'Gewonnen (gesloten)',
        'Opdracht gewonnen',
      ],
    ],
    [
      'won',
      [
        'Выиграна',
        'Закрыта выиграна',
        'Сделка выиграна',
        'Успешно',
        'Закрыто: выиграно',
        'Закрыто и выиграно',
        'Успешно закрыта',
        'Сделка успешна',
        'Завершена успешно',
        'Победа',
        'Закрыта / Выиграна',
        'Успешная сделка',
      ],
    ],
    [
      'lost',
      [
        'Closed/Lost',
        'Closed – Lost',
        'closed_lost',
        'Lost',
        'LOST',
        'Deal Lost',
        'Lost deal',
        'Closed Lost (0%)',
        '8 - Closed Lost',
        'Lost - Closed',
        'Opportunity Lost',
        'Dead',
        'Dead deal',
        'Closed - Lost',
        'Closed Dead',
        'Closed Lost - Price',
        'Closed - Lost to Competition',
        'Not Won - Closed',
        'Closed not won',
        'Closed - No Decision',
        'Closed No Deal',
      ],
    ],
    [
      'lost',
      [
        'Verloren',
        'Geschlossen verloren',
        'Geschlossen/Verloren',
        'Abgeschlossen, verloren',
        'Deal verloren',
        'Auftrag verloren',
        'Verlorener Deal',
        'Verkaufschance verloren',
        'Verloren (0%)',
        'Nicht gewonnen - geschlossen',
        'Abgeschlossen - nicht gewonnen',
      ],
    ],
    [
      'lost',
      [
        'Perdu',
        'Perdue',
        'Fermée perdue',
        'Fermé perdu',
        'Clôturée perdue',
        'Fermé/Perdu',
        'Affaire perdue',
        'Opportunité perdue',
        'Clos - perdu',
        'Perdues',
        'Fermé, perdu',
        'Transaction perdue',
      ],
    ],
    [
      'lost',
      [
        'Perdida',
        'Cerrada perdida',
        'Cerrado perdido',
        'Cerrada/Perdida',
        'Negocio perdido',
        'Oportunidad perdida',
        'Cierre perdido',
        'Perdidas',
        'Venta perdida',
        'Trato perdido',
        'Cerrado - no ganado',
      ],
    ],
    [
      'lost',
      [
        'Perdido',
        'Perdida',
        'Fechado e perdido',
        'Fechado/Perdido',
        'Negócio perdido',
        'Oportunidade perdida',
        'Venda perdida',
        'Fechado - Perdido',
        'Fechamento perdido',
      ],
    ],
    [
      'lost',
      [
        'Persa',
        'Perso',
        'Chiuso/Perso',
        'Chiusa persa',
        'Trattativa persa',
        'Affare perso',
        'Opportunità persa',
        'Chiusa - Persa',
        'Chiusura persa',
      ],
    ],
    [
      'lost',
      [
        'Verloren',
        'Gesloten verloren',
        'Afgesloten - verloren',
        'Gesloten/verloren',
        'Verloren deal',
        'Gesloten en verloren',
        'Verkoopkans verloren',
      ],
    ],
    [
      'lost',
      [
        'Проиграна',
        'Закрыта проиграна',
        'Сделка проиграна',
        'Закрыто: проиграно',
        'Закрыто и не реализовано',
        'Закрыта / Проиграна',
        'Провал',
        'Проигранная сделка',
        'Сделка провалена',
        'Неуспешно',
        'Закрыта неуспешно',
      ],
    ],
    [
      'lost?',
      [
        'Lost to competitor',
        'Lost: price',
        'Verloren: Preis',
        'Declined by customer',
        'Fermée sans suite',
        'Отказ клиента',
        'No Deal',
      ],
    ],
    ['won?', ['Won?', 'Gewonnen?', 'Closed Won - Renewal?', 'Ondertekend', 'Pedido', 'Converted']],
    ['lost?', ['Not Won', 'nicht gewonnen', 'Abandoned', 'Storniert', 'Annulé', 'Cancelado', 'Отказ', 'Lost - price']],
    ['won?', ['Closed', 'Contract signed', 'Beauftragt', 'Firmado', 'Getekend']],
    ['moving?', ['Lost contact', 'Verbally won', 'Won back / in discussion', 'not lost', '1234567']],
    [
      'moving',
      ['Proposal', "Won't decide", 'Won’t decide', 'qualifiedtobuy', 'Angebot', 'Wonderful lead', 'Lostwithiel'],
    ],
  ])('%s: %j', (meaning, stages) => {
    expect(stages.map((stage) => [stage, read(stage)])).toEqual(stages.map((stage) => [stage, meaning]));
  });

  test('what only sounds like it is never closed without a word', () => {
    const stages = [
      'Lost contact',
      'Lost contact - retry',
      'Not lost',
      'Not won yet',
      'Not yet won',
      'Nearly won',
      'Almost won',
      'Verbal win',
      'Verbally won',
      'Verbally won - awaiting PO',
      'Soft win',
      'Won - pending signature',
      'Won back',
      'Won (verbal)',
      'Verbal Commit',
      'To be won',
      'Likely to win',
      'Likely win',
      '50% win chance',
      'Win probability 50%',
      'Winning',
      'Losing',
      'At risk of losing',
      'Possibly lost',
      'Probably lost',
      'Lost?',
      'Won?',
      'Maybe won',
      'Going to lose',
      'Could be won',
      'Lost momentum',
      'Lost touch',
      'Lost interest - nurture',
      'Win-back',
      'Win back campaign',
      'Win plan',
      'Must win',
      'Unlost',
      'Reopened (was lost)',
      'Previously lost',
      'Lost - reopened',
      'Lost, re-engaging',
      'Closed - reopened',
      'Dead slow',
      'Won pending',
      'Closed Won - Pending',
      'Sold?',
      'Not sold',
      'Not closed',
      'Soon won',
      'Wont close',
      'Pre-won',
      'Partially won',
      'Partly lost',
      'Won in principle',
      'Awaiting win',
      'Closed Won Pending Approval',
      'Noch nicht gewonnen',
      'Mündlich gewonnen',
      'Fast gewonnen',
      'Kontakt verloren',
      'Fast verloren',
      'So gut wie gewonnen',
      'Vielleicht verloren',
      'Zu gewinnen',
      'Wird gewonnen',
      'Zurückgewonnen',
      'Nicht verloren',
      'Gewonnen?',
      'Noch nicht verloren',
      'Verloren geglaubt',
      'Wahrscheinlich gewonnen',
      'Halb gewonnen',
      'Noch nicht entschieden',
      'mündlich zugesagt',
      'Interesse verloren',
      'Kunde verloren - Rückgewinnung',
      'Pas encore gagné',
      'Presque gagné',
      'Presque perdu',
      'Contact perdu',
      'Verbalement gagné',
      'Non perdu',
      'À gagner',
      'Pas perdue',
      'Gagné verbalement',
      'Pas encore perdue',
      'Perdu de vue',
      'Gagnée ?',
      'Aún no ganado',
      'Todavía no ganado',
      'Casi ganado',
      'Casi perdido',
      'Contacto perdido',
      'Verbalmente ganado',
      'No perdido',
      'Por ganar',
      'Ganado verbalmente',
      'Casi cerrado',
      'Todavía no perdido',
      'Ainda não ganho',
      'Quase ganho',
      'Contato perdido',
      'Verbalmente ganho',
      'Não perdido',
      'A ganhar',
      'Ganho verbal',
      'Quase perdido',
      'Non ancora vinto',
      'Quasi vinta',
      'Contatto perso',
      'Vinto verbalmente',
      'Non perso',
      'Da vincere',
      'Quasi persa',
      'Nog niet gewonnen',
      'Bijna gewonnen',
      'Contact verloren',
      'Mondeling gewonnen',
      'Niet verloren',
      'Bijna verloren',
      'Te winnen',
      'Ещё не выиграна',
      'Почти выиграна',
      'Контакт потерян',
      'Устно выиграна',
      'Не проиграна',
      'Почти проиграна',
      'Контакт потеряна',
      'Не успешно',
    ];
    expect(stages.filter((stage) => /^(won|lost)$/.test(read(stage)))).toEqual([]);
  });

  test('what no CRM closes is not asked about', () => {
    const stages = [
      'Prospecting',
      'Qualification',
      'Needs Analysis',
      'Value Proposition',
      'Id. Decision Makers',
      'Perception Analysis',
      'Proposal/Price Quote',
      'Negotiation/Review',
      'appointmentscheduled',
      'qualifiedtobuy',
      'presentationscheduled',
      'decisionmakerboughtin',
      'contractsent',
      'Contract Sent',
      'Proposal Sent',
      'Discovery',
      'Demo',
      'Open',
      'In Progress',
      'Active',
      "Won't decide this year",
      'Lead In',
      'Contact Made',
      'Needs Defined',
      'Angebot',
      'Qualifizierung',
      'Verhandlung',
      'Erstgespräch',
      'Entscheidung ausstehend',
      'Propuesta',
      'Negociación',
      'Proposition',
      'Négociation',
      'Proposta',
      'Trattativa',
      'Onderhandeling',
      'Offerte',
      'Переговоры',
      'Первичный контакт',
      'Принимают решение',
      'Wonder',
      'Lostock',
      'Window shopping',
      'Blossom',
      'Negotiation',
      'Verbal agreement',
      'Term sheet',
      'Prelim. contact',
      'Abschlussverhandlung',
      'Vor Abschluss',
      'In Abschluss',
      'Contract out',
      'Decision',
      'Commit',
      'Best Case',
      'Upside',
      'Negociação',
      'Em negociação',
      'Новая',
      'В работе',
      'Nieuw',
      'Nouveau',
      'Neu',
      'NEW',
      'PREPARATION',
      'EXECUTING',
      'FINAL_INVOICE',
      'PREPAYMENT_INVOICE',
    ];
    expect(stages.filter((stage) => read(stage) !== 'moving')).toEqual([]);
  });

  test('a status of Setup by its name, whatever else it sounds like', () => {
    expect(meaningOf('Closed', [{ word: 'closed', closes: true, won: false }])).toEqual({
      status: 'closed',
      sure: true,
    });
  });
});

describe('owners', () => {
  test.each([
    [
      'm',
      ['Mira Oakes', 'MIRA  OAKES', 'Oakes, Mira', 'mira.oakes@example.com', 'Mira Oakes (deactivated)', 'mira.oakes'],
    ],
    ['m', ['Someone Else (mira.oakes@example.com)', 'Mira Oakes - inactive', 'Mira Oakes (deaktiviert)']],
    [
      'm',
      [
        '[Deactivated] Mira Oakes',
        '(inactif) Mira Oakes',
        'Deactivated - Mira Oakes',
        'Mira Oakes [inaktiv]',
        'mailto:mira.oakes@example.com',
      ],
    ],
    ['s', ["Seán O'Rahl", 'Sean ORahl', "O'Rahl, Sean"]],
    ['z', ['Zoe van der Berg', 'ZOË VAN DER BERG']],
    ['j', ['Jurgen Gross', 'Jürgen Gross', 'Juergen Gross', 'GROSS, JUERGEN']],
  ])('surely %s: %j', (id, owners) => {
    expect(owners.map((owner) => [owner, matchOwner(owner, PEOPLE)])).toEqual(
      owners.map((owner) => [owner, { is: 'person', id }]),
    );
  });

  test.each([
    ['m', ['moakes', 'M. Oakes', 'Mira O.', 'Mira Jane Oakes', 'Mira Oaks', 'Oakes Mira', 'mira']],
    [
      'm',
      [
        'Dr. Mira Oakes',
        'Mira Oakes (Sales)',
        'Mira Oakes - EMEA',
        'Oakes M.',
        'oakes.m',
        'MO',
        'M. O.',
        'EXAMPLE\\\\moakes',
      ],
    ],
    ['z', ['Zoë Berg', 'Zoe Vanderberg']],
  ])('perhaps %s: %j', (id, owners) => {
    expect(owners.map((owner) => [owner, matchOwner(owner, PEOPLE)])).toEqual(
      owners.map((owner) => [owner, { is: 'perhaps', ids: [id] }]),
    );
  });

  test('keys of users, strangers, and nobody', () => {
    const kinds = (owners: string[]) => owners.map((owner) => matchOwner(owner, PEOPLE).is);
    expect(kinds(['0058d000001AbCd', '0058d000001AbCdEAF', '48213377', '7', 'User 12', 'usr_9f3'])).toEqual(
      Array(6).fill('userId'),
    );
    expect(kinds(['Ruth Amsel', 'Mirabel Oakenshaw', 'Oakes Ltd.'])).toEqual(['stranger', 'stranger', 'stranger']);
    expect(kinds(['', ' - ', 'Unassigned', 'Nicht zugewiesen', 'Не назначен', 'N/A'])).toEqual(Array(6).fill('none'));
  });

  test('two of one name are not guessed at, and those without an owner are counted once', () => {
    const twins = [
      { id: '1', name: 'Ana Ruiz', email: 'a@example.com' },
      { id: '2', name: 'Ana Ruíz', email: 'b@example.com' },
    ];
    expect(matchOwner('ANA RUIZ', twins)).toEqual({ is: 'perhaps', ids: ['1', '2'] });
    expect(
      ownersOf(['Mira Oakes', '', 'mira oakes', 'Unassigned'], PEOPLE).map(({ key, count }) => [key, count]),
    ).toEqual([
      ['mira oakes', 2],
      ['', 2],
    ]);
  });
});

describe('letters of a file', () => {
  const bytes = (text: string, table: Record<string, number>) =>
    Uint8Array.from([...text].map((char) => (char.charCodeAt(0) < 128 ? char.charCodeAt(0) : (table[char] as number))));
  const wide = (text: string, isBig: boolean) => {
    const little = Buffer.from(text, 'utf16le');
    return isBig ? little.swap16() : little;
  };
  const HEAD = 'Deal ID,Deal name,Owner,Amount,Close date,Stage\n';

  test.each([
    ['UTF-8', Buffer.from(`${HEAD}1,Süd,Zoë,5,2026-12-01,Won`), 'utf-8', 'Süd'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${HEAD}1,Süd,Zoë,5,2026-12-01,Won`), 'utf-8', 'Süd'],
    ['UTF-16 without a mark', wide(`${HEAD}1,Süd,Zoë,5,2026-12-01,Won`, false), 'utf-16le', 'Süd'],
    ['UTF-16, the other way round', wide(`${HEAD}1,Süd,Zoë,5,2026-12-01,Won`, true), 'utf-16be', 'Süd'],
    ['UTF-16 in Cyrillic', wide(`${HEAD}1,Печь,Ада,5,2026-12-01,Won`, false), 'utf-16le', 'Печь'],
    [
      'Windows-1252',
      bytes(`${HEAD}1,Süd groß,Zoë,5,2026-12-01,Won`, { ü: 0xfc, ß: 0xdf, ë: 0xeb }),
      'windows-1252',
      'Süd groß',
    ],
    [
      'Windows-1250',
      bytes(`${HEAD}1,Żółta łąka,Świt,5,2026-12-01,Won`, { Ż: 0xaf, ó: 0xf3, ł: 0xb3, ą: 0xb9, Ś: 0x8c }),
      'windows-1250',
      'Żółta łąka',
    ],
    [
      'Windows-1251',
      bytes(`${HEAD}1,Печь новая,Ада,5,2026-12-01,Won`, {
        П: 0xcf,
        е: 0xe5,
        ч: 0xf7,
        ь: 0xfc,
        н: 0xed,
        о: 0xee,
        в: 0xe2,
        а: 0xe0,
        я: 0xff,
        А: 0xc0,
        д: 0xe4,
      }),
      'windows-1251',
      'Печь новая',
    ],
  ])('%s', (_name, file, encoding, name) => {
    const read = readBytes(file);
    expect([read.file.encoding, read.file.doubt, read.file.broken, read.deals[0]?.name]).toEqual([
      encoding,
      [],
      0,
      name,
    ]);
  });

  test('five files of a thousand lines, each in letters of its own', () => {
    const lines = (name: string, end: string) =>
      `${HEAD}${Array.from({ length: 1000 }, (_, n) => `${n},${name} ${n},X,${n},2026-12-01,Proposal`).join('\n')}${end}`;
    const files: [Uint8Array, string, string][] = [
      [Buffer.from(lines('Förderband Süd', '')), 'utf-8', 'Förderband Süd 999'],
      [wide(lines('Förderband Süd', ''), false), 'utf-16le', 'Förderband Süd 999'],
      [bytes(lines('Förderband Süd', ''), { ö: 0xf6, ü: 0xfc }), 'windows-1252', 'Förderband Süd 999'],
      [bytes(lines('Żółta łąka', ''), { Ż: 0xaf, ó: 0xf3, ł: 0xb3, ą: 0xb9 }), 'windows-1250', 'Żółta łąka 999'],
      [bytes(lines('Печь', ''), { П: 0xcf, е: 0xe5, ч: 0xf7, ь: 0xfc }), 'windows-1251', 'Печь 999'],
    ];
    expect(
      files.map(([file]) => {
        const { file: read, deals } = readBytes(file);
        return [read.encoding, read.doubt, deals.length, deals[999]?.name];
      }),
    ).toEqual(files.map(([, encoding, name]) => [encoding, [], 1000, name]));
  });

  test('letters that two code pages have are a question, with samples; what reads the same is none', () => {
    const doubtful = bytes(`${HEAD}1,Rene Mu\u00f1oz,X,5,2026-12-01,Won`, { '\u00f1': 0xf1 });
    const { doubt } = decodeFile(doubtful);
    expect(doubt.map((encoding) => sampleWords(doubtful, encoding))).toEqual([['Muñoz'], ['Muńoz']]);
    expect(decodeFile(bytes('Süd, groß', { ü: 0xfc, ß: 0xdf })).doubt).toEqual([]);
  });

  test('entities by name and number; what is none stays', () => {
    expect(decodeEntities('O&#039;Dell &amp; S&ouml;hne &#x20AC; &hellip;')).toBe("O'Dell & Söhne € …");
    expect(decodeEntities('O&amp;#039;Dell &amp;amp; S&#246;hne, Dvo&rcaron;&aacute;k &#128;5 &AMP;')).toBe(
      "O'Dell & Söhne, Dvořák €5 &",
    );
    expect(decodeEntities('R&D; A&B &unknown; &#0; &#55296; 5 < 6')).toBe('R&D; A&B &unknown; &#0; &#55296; 5 < 6');
  });
});

test('ids that a spreadsheet program has rounded', () => {
  const lines = (...ids: (string | number)[]) => ids.map((id, n) => ({ line: n + 2, cells: [id] }));
  expect(roundedId(lines('1.88E+10'), 0)).toBe('1.88E+10');
  expect(roundedId(lines('1,88013E+10', '17'), 0)).toBe('1,88013E+10');
  expect(roundedId(lines('1880134000123450000', '1880134000123460000'), 0)).toBe('1880134000123450000');
  expect(roundedId(lines(1880134000123450000), 0)).toBe('1880134000123450000');
  expect(roundedId(lines('1880134000123456789', '1880134000123450000'), 0)).toBe('');
  expect(roundedId(lines('1.88E10'), 0)).toBe('1.88E10');
  expect(roundedId(lines('########', '17'), 0)).toBe('########');
  expect(roundedId(lines('18801340001', '006Kx00000AbC1d', '12E4'), 0)).toBe('');
  expect(roundedId(lines('1.88E+10'), undefined)).toBe('');
});

test('what a person has said is read back from Setup as it was', () => {
  const table = { heading: ['Vorgang', 'Netto', 'Stufe', 'Wann'], lines: [] };
  const said = {
    columns: { amount: 1, owner: null, next: null } as const,
    dates: 'mdy',
    decimal: ',',
    stages: { 'verbally won': '', 'sort of lost': 'lost' },
    owners: { '0058d': 'm', 'ruth amsel': '' },
    currency: 'EUR',
    otherCurrencies: 'out',
  } as const;
  const memory = memoryOf(
    said,
    table,
    { 'verbally won': 'Verbally won', 'sort of lost': 'Sort of lost' },
    { '0058d': '0058d', 'ruth amsel': 'Ruth Amsel' },
    PEOPLE,
    { days: 'Wann', amounts: 'Netto' },
  );
  expect(memory.map(({ what, said: file, means }) => `${what}: ${file} → ${means}`)).toEqual([
    'column: Netto → Amount',
    'column: (none) → Next step',
    'stage: Verbally won → moving',
    'stage: Sort of lost → lost',
    'owner: 0058d → Mira Oakes',
    'owner: Ruth Amsel → (leave out)',
    'days: Wann → month first',
    'amounts: Netto → 1.234,50',
    'currency: the team’s → EUR',
    'currency: others → left out',
  ]);
  const { owner: _owner, ...columns } = said.columns;
  expect(answersFrom(memory, table, PEOPLE, STANDARD_STATUSES)).toEqual({ ...said, columns });
  // Of another shape, or of people who have gone, nothing is known.
  expect(answersFrom(memory, { heading: ['Name'], lines: [] }, [], [])).toMatchObject({ columns: { next: null } });
});

test('a filter takes some of the deals', () => {
  const deal = (line: number, amount: number | '', when: string) => ({
    line,
    id: `${line}`,
    name: '',
    account: '',
    owner: '',
    amount,
    when,
    status: '',
    next: '',
    reason: '',
    created: '',
  });
  const deals = [deal(2, 10, '2026-11-01'), deal(3, 30, '2026-12-01'), deal(4, '', ''), deal(5, 20, '2027-01-01')];
  const lines = (filter: Partial<typeof NO_FILTER>) =>
    filterDeals(deals, { ...NO_FILTER, ...filter }, (line) => (line < 4 ? 'New' : 'Renewal')).map(({ line }) => line);
  expect(lines({})).toEqual([2, 3, 4, 5]);
  expect(lines({ from: '2026-12-01', to: '2026-12-31' })).toEqual([3, 4]);
  expect(lines({ least: 20 })).toEqual([3, 5]);
  expect(lines({ largest: 2 })).toEqual([3, 5]);
  expect(lines({ pipeline: 'Renewal' })).toEqual([4, 5]);
});
