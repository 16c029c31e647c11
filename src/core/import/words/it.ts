import type { ImportWords } from './types';

export const it: ImportWords = {
  nouns: 'opportunita trattativa trattative affare affari',
  fillers:
    'di del della dell dei delle il la lo i gli le a al e in d l per da associato associata principale dal all alla',
  qualifiers: 'previsto prevista stimato stimata atteso attesa est netto netta lordo lorda iva attuale completo totale',
  headings: {
    id: 'id record|id|identificativo|id oggetto|codice record|id esterno|id esterna|non modificare',
    number: 'numero|n|riferimento|rif|codice',
    name: 'nome|titolo|oggetto|argomento|progetto|denominazione|nome progetto|descrizione|nome elemento',
    account:
      'nome account|account|nome azienda|azienda|nome cliente|organizzazione|nome organizzazione|societa|ragione sociale|cliente potenziale|clienti|aziende|conto|nome conto|ditta|ente|cliente finale',
    owner:
      'proprietario|nome proprietario|titolare|responsabile|venditore|commerciale|assegnato|assegnata|addetto vendite|utente|referente|persona responsabile|rappresentante|nome venditore|responsabile commerciale|incaricato|gestore|proprietario nome completo|utente assegnato',
    amount:
      'importo|valore|ammontare|ricavi previsti|ricavo stimato|ricavo previsto|ricavi stimati|entrate previste|fatturato previsto|prezzo|reddito|ricavo|ricavi|totale|somma|fatturato|valore contratto|imponibile|importo offerta',
    convertedAmount:
      'importo valuta aziendale|importo convertito|valore convertito|importo valuta azienda|importo valuta base|ammontare valuta aziendale',
    currency: 'valuta|valuta importo|codice valuta|moneta',
    when: 'data chiusura|chiusura prevista|scadenza|data scadenza|chiusura stimata|chiusura|data prevista|data fine|data decisione|data firma|data obiettivo|data conclusione|data ordine|chiusura effettiva|data chiusura effettiva|termine',
    stage: 'fase|stato|stadio|fase vendita|stato vendita|fase processo|stato avanzamento|fase commerciale',
    pipeline: 'pipeline|imbuto|processo',
    next: 'passo successivo|prossimo passo|prossima attivita|fase successiva|prossimi passi|prossima azione|passaggio successivo',
    reason: 'motivo perdita|motivazione perdita|ragione perdita|causa perdita|motivo chiusura persa|motivo rifiuto',
    created: 'data creazione|creato|creata|creazione|aggiunto',
    modified:
      'data ultima modifica|ultima modifica|modificato|modificata|aggiornato|data modifica|ultimo aggiornamento|data aggiornamento',
  },
  stages: {
    won: 'vinto vinta vinti vinte acquisito acquisita aggiudicato aggiudicata',
    lost: 'perso persa persi perse',
    closed: 'chiuso chiusa chiusi chiuse concluso conclusa',
    neutral: 'chiusura vendita e',
    not: 'non mai senza no',
    wonWhole:
      'affare concluso|trattativa conclusa|chiusa con successo|chiuso con successo|conclusa con successo|concluso con successo',
    lostWhole: 'chiusa senza successo|chiuso senza successo',
    perhapsWon:
      'chiuso|chiusa|firmato|contratto firmato|ordine ricevuto|concluso|conclusa|accettato|accettata|venduto|venduta|ordine|ordinato|fatturato|pagato|completato|completata|successo',
    perhapsLost:
      'abbandonato|abbandonata|annullato|annullata|rifiutato|rifiutata|respinto|archiviato|archiviata|nessun interesse|squalificato|squalificata|respinta|non interessato|scartato|scartata|declinato|declinata|fallito|fallita|eliminato|nessun budget|rinunciato|ritirato|ritirata',
    because: 'per contro causa',
  },
  owners: {
    inactive: 'disattivato|disattivata|inattivo|inattiva|non attivo|utente disattivato',
    none: 'non assegnato|nessun proprietario|senza proprietario|nessuno',
  },
  totals: 'totale|totale generale|totale complessivo|somma|subtotale|media|conteggio',
};
