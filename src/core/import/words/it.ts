import type { ImportWords } from './types';

export const it: ImportWords = {
  nouns: 'opportunita trattativa trattative affare affari',
  fillers: 'di del della dell dei delle il la lo i gli le a al e in d l per da associato associata principale',
  headings: {
    id: 'id record|id|identificativo|id oggetto|codice record',
    name: 'nome|titolo|oggetto|argomento|progetto|denominazione',
    account:
      'nome account|account|nome azienda|azienda|nome cliente|cliente|organizzazione|nome organizzazione|societa|ragione sociale|cliente potenziale',
    owner:
      'proprietario|nome proprietario|titolare|responsabile|venditore|commerciale|agente|assegnato|assegnata|addetto vendite|utente|referente',
    amount:
      'importo|valore|ammontare|ricavi previsti|ricavo stimato|ricavo previsto|ricavi stimati|entrate previste|fatturato previsto|valore totale|valore stimato|prezzo|budget',
    convertedAmount:
      'importo valuta aziendale|importo convertito|valore convertito|importo valuta azienda|importo valuta base|ammontare valuta aziendale',
    currency: 'valuta|valuta importo|codice valuta|divisa|moneta',
    when: 'data chiusura|data chiusura prevista|chiusura prevista|data prevista chiusura|scadenza|data stimata chiusura|data scadenza|chiusura stimata|data chiusura stimata|chiusura|data prevista',
    stage: 'fase|stato|stadio|fase vendita|fase trattativa|stato vendita|fase pipeline',
    pipeline: 'pipeline|imbuto|processo',
    next: 'passo successivo|prossimo passo|prossima attivita|fase successiva|prossimi passi|prossima azione|passaggio successivo',
    reason: 'motivo perdita|motivazione perdita|ragione perdita|causa perdita|motivo chiusura persa|motivo rifiuto',
    created: 'data creazione|creato|creata|creazione|aggiunto',
    modified:
      'data ultima modifica|ultima modifica|modificato|modificata|aggiornato|data modifica|ultimo aggiornamento|data aggiornamento',
  },
  stages: {
    won: 'vinto vinta vinti vinte acquisito acquisita',
    lost: 'perso persa persi perse',
    neutral: 'chiuso chiusa chiusi trattativa opportunita affare e',
    not: 'non mai senza no',
    wonWhole: 'affare concluso|trattativa conclusa',
    perhapsWon: 'chiuso|chiusa|firmato|contratto firmato|ordine ricevuto|concluso|conclusa|accettato|venduto',
    perhapsLost:
      'abbandonato|abbandonata|annullato|annullata|rifiutato|rifiutata|respinto|archiviato|nessun interesse|squalificato',
  },
  owners: {
    inactive: 'disattivato|disattivata|inattivo|inattiva|non attivo|utente disattivato',
    none: 'non assegnato|nessun proprietario|senza proprietario|nessuno',
  },
  totals: 'totale|totale generale|totale complessivo|somma|subtotale|media|conteggio',
};
