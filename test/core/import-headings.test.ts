/** What headings of a CRM's file say: of which field they are, in which currency, counted in what. */
import { findColumns, type ImportField } from '../../src/core/import/columns';
import { readHeading } from '../../src/core/import/headings';
import { readBytes } from '../support/import-read';

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
