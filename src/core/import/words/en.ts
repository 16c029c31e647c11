import type { ImportWords } from './types';

/** English, as the big CRMs label their columns. */
export const en: ImportWords = {
  nouns: 'deal deals opportunity opportunities opp potential',
  fillers: 'the of for in by to a an and on associated primary related linked my',
  headings: {
    id: 'record id|id|case safe id|object id|18 digit id|15 digit id|id 18|crm id|external id|item id|item id auto generated|copper id|record key|guid|not modify|unique id|key',
    name: 'name|title|topic|subject|item|item name|description short|product name|product|project|project name',
    account:
      'account name|account|company name|company|organization name|organization|organisation name|organisation|customer name|customer|client name|client|sales account|lead name|account title|company title|parent account|business|prospect|accounts|contact account|potential customer',
    owner:
      'owner full name|owner name|owner|sales owner|owner email|owner e mail|hubspot owner|sales agent|sales rep|sales representative|rep name|rep|salesperson|sales person|seller|account executive|account manager|assigned|assigned user|assigned user name|assignee|owned|responsible person|responsible|responsible user|user name|user|person|people|owner alias|owner id|user id|assigned id|account owner',
    amount:
      'amount|value|close value|total value|total amount|est revenue|estimated revenue|estimated value|monetary value|income|total|revenue|price|contract value|total contract value|tcv|annual contract value|acv|arr|mrr|likely|budget|size|worth|expected revenue|expected value|forecast value|forecast amount',
    convertedAmount:
      'amount company currency|amount converted|converted amount|value company currency|value converted|converted value|amount home currency|amount base currency|base currency amount|base amount|est revenue base|revenue base|amount usd converted|amount base',
    currency:
      'currency|currency code|amount converted currency|converted currency|currency iso code|amount currency|value currency|currency value|currency name|transaction currency',
    when: 'expected close date|close date|expected close|expected closing date|expected closing|closing date|est close date|estimated close date|target close date|planned close date|forecast close date|anticipated close date|date closed|deadline|due date|end date|completion date|close|closes|date won|actual close date|closed date',
    stage:
      'stage|stage name|sales stage|pipeline stage|pipeline phase|phase|status|state|status label|status type|step|status reason|stage id|process stage',
    pipeline: 'pipeline|pipeline name|sales pipeline|funnel|record type|sales process',
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
    lost: 'lost lose loss dead',
    neutral: 'closed close deal deals opportunity sale sales stage status complete completed final and as the fully is',
    not: 'not no non never without didnt dont wont isnt wasnt cant un',
    wonWhole: 'closed won|sold',
    lostWhole:
      'closed no sale|no sale|closed no decision|closed abandoned|closed dead|closed disqualified|closed cancelled|closed canceled|out sold',
    perhapsWon:
      'closed|signed|contract signed|booked|order received|po received|accepted|invoiced|paid|delivered|implementation|onboarding|customer|done|completed|complete',
    perhapsLost:
      'abandoned|disqualified|unqualified|cancelled|canceled|rejected|declined|withdrawn|expired|archived|no decision|no go|no budget|not interested|dormant|deleted|churned|suspended|ghosted',
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
  headings: {
    id: 'hs object id|opportunityid|dealid|deal id|potentialid|crmid',
    name: 'dealname|opportunityname|potentialname',
    account:
      'org name|company title|partner|partner name|partner id|partner id name|related|companyname|accountname|customerid|parentaccountid|company id',
    owner:
      'owner name|hubspot owner id|ownerid|assigned user id|user id name|user name|assigned id|assigned title|owneridname|assigned by|assigned by id',
    amount: 'estimatedvalue|dealvalue|amount usdollar|expected revenue|opportunity amount|actualvalue',
    convertedAmount: 'amount home currency|estimatedvalue base|amount usdollar|hs amount home currency',
    currency:
      'currencyisocode|deal currency code|transactioncurrencyid|currency id|value currency|transactioncurrencyidname|company currency',
    when: 'closedate|estimatedclosedate|closingdate|date deadline|date closed|expected close date',
    stage: 'dealstage|stagename|statecode|statuscode|stepname|stage id name|stage id|stagesemantic id|sales stage',
    pipeline: 'pipeline|category id|dealpipeline',
    next: 'nextstep|hs next step',
    reason: 'lostreason|closed lost reason|lost reason id|lost reason id name|loss reason',
    created: 'createdate|createddate|createdon|date create|date entered|create date|add time',
    modified: 'lastmodifieddate|hs lastmodifieddate|modifiedon|date modify|write date|update time|date modified',
  },
  stages: {
    won: 'closedwon',
    lost: 'closedlost closelost apology',
    neutral: '',
    not: '',
    wonWhole: 'closedwon',
    lostWhole: 'closedlost|lose|apology|junk|deleted',
  },
  owners: { inactive: '', none: '' },
  totals: '',
};
