import type { ImportWords } from './types';

export const fr: ImportWords = {
  nouns: 'opportunite opportunites affaire affaires transaction transactions',
  fillers: 'de du des d l la le les a au aux en et associe associee associes principal principale sur',
  qualifiers:
    'prevu prevue previsionnel previsionnelle estime estimee attendu attendue est prev ht ttc hors taxes taxe net nette brut brute actuel actuelle complet total totale',
  headings: {
    id: 'id|id enregistrement|identifiant|id fiche|numero enregistrement|identifiant unique|id externe|ne pas modifier|id element',
    number: 'numero|n|reference',
    name: 'nom|intitule|titre|libelle|objet|sujet|projet|nom projet|nom element|nom piste|description|designation|dossier',
    account:
      'nom compte|compte|nom entreprise|entreprise|nom societe|societe|nom client|nom organisation|raison sociale|comptes|client potentiel|donneur ordre|etablissement|client final|tiers|societe cliente',
    owner:
      'proprietaire|nom proprietaire|commercial|vendeur|assigne|attribue|attribuee|charge|charge compte|gestionnaire|responsable commercial|utilisateur|personne responsable|ingenieur commercial|nom commercial|responsable compte|conseiller|suivi par|affecte|utilisateur responsable|proprietaire nom complet',
    amount:
      'montant|valeur|revenu estime|revenus estimes|revenu attendu|revenu espere|chiffre|ca estime|ca|prix|revenu|revenus|total ht|ca prevu|ca previsionnel|montant devis|somme',
    convertedAmount:
      'montant devise entreprise|montant converti|montant devise societe|valeur convertie|montant devise base',
    currency: 'devise|devise montant|code devise|monnaie|devise valeur',
    when: 'date cloture|date fermeture|cloture prevue|date signature|echeance|date echeance|cloture|date prevue|date previsionnelle|date fin|date decision|date conclusion|date cible|date commande|date closing|fermeture|signature',
    stage:
      'etape|phase|statut|etape vente|phase vente|stade|etat|etape pipeline|etape ventes|statut commercial|stade vente|niveau|avancement|etat avancement|etape commerciale',
    pipeline: 'pipeline|tunnel|entonnoir|processus',
    next: 'prochaine etape|prochaine action|prochaine activite|etape suivante|prochaines etapes',
    reason:
      'motif perte|raison perte|raison echec|motif echec|cause perte|raison fermeture perdue|motif fermeture|motif rejet',
    created: 'date creation|creation|cree|creee|ajoute|date ajout',
    modified:
      'date derniere modification|derniere modification|modifie|modifiee|date mise jour|mise jour|date modification|derniere mise jour',
  },
  stages: {
    won: 'gagne gagnee gagnes gagnees gagnant gagnante remporte remportee remportes remportees',
    lost: 'perdu perdue perdus perdues perdant perdante',
    closed: 'ferme fermee fermes fermees cloture cloturee clos termine terminee',
    neutral: 'close conclu conclue vente et',
    not: 'non pas jamais sans ne',
    wonWhole: 'vente conclue|vendu|vendue|affaire conclue|transaction conclue',
    perhapsWon:
      'conclu|conclue|signe|signee|contrat signe|commande recue|ferme|fermee|cloture|cloturee|termine|terminee|commande|accepte|acceptee|bon commande recu|facture|facturee|paye|payee|commande signee|client',
    perhapsLost:
      'abandonne|abandonnee|annule|annulee|refuse|refusee|rejete|rejetee|sans suite|classee sans suite|disqualifie|archive|archivee|abandon|refus|perte|non retenu|non retenue|pas interesse|pas budget|sans reponse|decline|declinee|echec|echoue|echouee|supprime|supprimee',
    because: 'face contre cause pour a',
  },
  owners: {
    inactive: 'desactive|desactivee|inactif|inactive|utilisateur desactive|ancien',
    none: 'non attribue|non assigne|non affecte|aucun proprietaire|sans proprietaire|aucun',
  },
  totals: 'total|total general|somme|sous total|moyenne|nombre',
};
