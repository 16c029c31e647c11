import type { ImportWords } from './types';

/** English, as the big CRMs label their columns. */
export const en: ImportWords = {
  nouns: 'deal deals opportunity opportunities opp potential oppty oppties opps potentials',
  fillers: 'the of for in by to a an and on associated primary related linked my',
  qualifiers:
    'est estimated exp expected exptd forecast forecasted projected planned anticipated target net gross excl ex incl vat tax taxes total full main current sales dt high annual contracted',
  headings: {
    id: 'record id|id|case safe id|object id|18 digit id|15 digit id|id 18|crm id|external id|item id|item id auto generated|copper id|record key|guid|not modify|unique id|key|row id|box key',
    number: 'nr|number|reference|ref|reference number|code|quote nr|quote number|lead id|lead number',
    name: 'name|title|topic|subject|item|item name|description short|product name|product|project|project name|job|engagement|lead display name|lead|lead name|quote name|proposal name',
    account:
      'account name|account|company name|company|organization name|organization|organisation name|organisation|customer name|customer|client name|client|lead name|account title|company title|parent account|business|prospect|accounts|contact account|acct|acct name|companies|customers|party|account owner company|end customer|org|buyer|customer company',
    owner:
      'owner full name|owner name|owner|owner email|owner e mail|hubspot owner|sales agent|sales rep|sales representative|rep name|rep|salesperson|sales person|seller|account executive|account manager|assigned|assigned user|assigned user name|assignee|owned|responsible person|responsible|responsible user|user name|user|person|people|owner alias|owner id|user id|assigned id|account owner|user responsible|record manager|salesman|ae|bdm|lead owner|consultant|sales executive|sales manager|agent|assigned name|account exec|owner username|handled|handler',
    amount:
      'amount|value|close value|est revenue|estimated revenue|monetary value|income|total|revenue|price|contract value|tcv|acv|arr|mrr|likely|budget|size|worth|quote amount|quote total|order value|sum|fee|tcv amount|acv amount|purchase price|mrr amount',
    convertedAmount:
      'amount company currency|amount converted|converted amount|value company currency|value converted|converted value|amount home currency|amount base currency|base currency amount|base amount|est revenue base|revenue base|amount usd converted|amount base|value base currency|amount reporting currency|amount corporate currency|value home currency|amount group currency|amount local currency converted|revenue base currency|converted',
    currency:
      'currency|currency code|amount converted currency|converted currency|currency iso code|amount currency|value currency|currency value|currency name',
    when: 'expected close date|close date|expected close|expected closing date|expected closing|closing date|date closed|deadline|due date|end date|completion date|close|closes|date won|closed date|ecd|decision date|estimated closing|signature date|signing date|award date|order date|booking date|closedate|close day|close month day|target date|expected date|due|go live decision',
    stage:
      'stage|stage name|pipeline stage|pipeline phase|phase|status|state|status label|status type|step|status reason|stage id|process stage|milestone|pipeline status',
    pipeline: 'pipeline|pipeline name|funnel|record type|sales process',
    next: 'next step|next steps|next activity|next activity subject|next action|next task',
    reason:
      'lost reason|loss reason|closed lost reason|reason lost|reason loss|reason closed lost|lost because|reason losing|close reason|lost reason detail',
    created:
      'created date|create date|created|date created|created time|created at|creation date|add time|added|engage date|creation log|date entered|date added',
    modified:
      'last modified date|last modified|modified|modified time|modified date|date modified|update time|last updated|updated|updated at|last update|last modified time|last activity date|not modify modified',
  },
  stages: {
    won: 'won win wins',
    lost: 'lost lose loss dead losses',
    closed: 'closed',
    neutral: 'close deal deals opportunity sale sales stage status complete completed final and as the fully is',
    not: 'not no non never without didnt dont wont isnt wasnt cant un',
    wonWhole: 'closed won|sold',
    lostWhole:
      'closed no sale|no sale|closed no deal|closed no decision|closed abandoned|closed dead|closed disqualified|closed cancelled|closed canceled|out sold',
    perhapsWon:
      'closed|signed|contract signed|booked|order received|po received|accepted|invoiced|paid|delivered|implementation|onboarding|customer|done|completed|complete|order|ordered|converted|purchased|bought|approved|finished|contracted|deal closed|closed deal|agreement signed|fulfilled|executed|win|awarded|contract received',
    perhapsLost:
      'abandoned|disqualified|unqualified|cancelled|canceled|rejected|declined|withdrawn|expired|archived|no decision|no go|no budget|not interested|dormant|deleted|churned|suspended|ghosted|no deal|no bid|duplicate|retired|omitted|void|voided|terminated|stalled dead|killed|dropped|aborted|failed|refused|discarded|trash|spam|closed other',
    because: 'to on due because by for',
  },
  owners: {
    inactive: 'deactivated|inactive|disabled|deactivated user|former employee|left|suspended|archived|removed|deleted',
    none: 'unassigned|no owner|not assigned|nobody|none|without owner|unassigned owner|deleted user|unknown|unknown user',
  },
  totals: 'total|totals|grand total|sum|subtotal|average|count|overall',
};

/** Names of fields in exports of the CRMs' interfaces (Salesforce, HubSpot, Dynamics, Close, Bitrix24, SugarCRM, Odoo). */
export const api: ImportWords = {
  nouns: '',
  fillers: '',
  qualifiers: '',
  headings: {
    id: 'hs object id|opportunityid|dealid|potentialid|crmid|potential no|parent id key|deal uid',
    name: 'dealname|opportunityname|potentialname',
    account:
      'org name|company title|partner|partner name|partner id|partner id name|related|companyname|accountname|customerid|parentaccountid|company id|related to|parentaccountid value|customerid value|associatedcompany|sales account id|lead id display|account id|parentcontactid',
    owner: 'owner name|hubspot owner id|ownerid|assigned user id|user id name|assigned title|owneridname|ownerid value',
    amount: 'estimatedvalue|dealvalue|amount usdollar|actualvalue|opportunity',
    convertedAmount: 'amount home currency|estimatedvalue base|amount usdollar|hs amount home currency',
    currency:
      'currencyisocode|deal currency code|transactioncurrencyid|currency id|transactioncurrencyidname|company currency',
    when: 'closedate|estimatedclosedate|closingdate|date deadline',
    stage: 'dealstage|stagename|statecode|statuscode|stepname|stage id name|stagesemantic id',
    pipeline: 'pipeline|category id|dealpipeline',
    next: 'nextstep|hs next step',
    reason: 'lostreason|closed lost reason|lost reason id|lost reason id name',
    created: 'createdate|createddate|createdon|date create',
    modified: 'lastmodifieddate|hs lastmodifieddate|modifiedon|date modify|write date',
  },
  stages: {
    won: 'closedwon',
    lost: 'closedlost closelost apology',
    closed: '',
    neutral: '',
    not: '',
    wonWhole: 'closedwon',
    lostWhole: 'closedlost|lose|apology|junk|deleted',
  },
  owners: { inactive: '', none: '' },
  totals: '',
};
