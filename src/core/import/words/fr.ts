import type { ImportWords } from './types';

export const fr: ImportWords = {
  nouns: 'opportunite opportunites affaire affaires transaction transactions',
  fillers: 'de du des d l la le les a au aux en et associe associee associes principal',
  headings: {
    id: 'id|id enregistrement|identifiant|id fiche|numero enregistrement|identifiant unique',
    name: 'nom|intitule|titre|libelle|objet|sujet|projet',
    account:
      'nom compte|compte|nom entreprise|entreprise|nom societe|societe|nom client|client|organisation|nom organisation|raison sociale|prospect',
    owner:
      'proprietaire|nom proprietaire|commercial|responsable|vendeur|assigne|attribue|attribuee|charge|charge compte|gestionnaire|responsable commercial|utilisateur',
    amount:
      'montant|valeur|montant estime|revenu estime|revenus estimes|revenu attendu|revenu espere|chiffre|ca estime|ca|montant total|valeur estimee|budget|prix',
    convertedAmount:
      'montant devise entreprise|montant converti|montant devise societe|valeur convertie|montant devise base',
    currency: 'devise|devise montant|code devise|monnaie|devise valeur',
    when: 'date cloture|date fermeture|date cloture prevue|date fermeture prevue|date cloture attendue|cloture prevue|date signature|date signature prevue|echeance|date echeance|date prevue cloture|date estimee cloture|cloture|cloture attendue|date cloture estimee',
    stage: 'etape|phase|statut|etape vente|phase vente|stade|etat|etape pipeline|etape ventes',
    pipeline: 'pipeline|tunnel|entonnoir|processus',
    next: 'prochaine etape|prochaine action|prochaine activite|etape suivante|prochaines etapes',
    reason:
      'motif perte|raison perte|raison echec|motif echec|cause perte|raison fermeture perdue|motif fermeture|motif rejet',
    created: 'date creation|creation|cree|creee|ajoute|date ajout',
    modified:
      'date derniere modification|derniere modification|modifie|modifiee|date mise jour|mise jour|date modification|derniere mise jour',
  },
  stages: {
    won: 'gagne gagnee gagnes gagnees remporte remportee',
    lost: 'perdu perdue perdus perdues',
    neutral: 'ferme fermee cloture cloturee clos close affaire transaction opportunite et',
    not: 'non pas jamais sans ne',
    wonWhole: 'vente conclue|affaire conclue|transaction conclue',
    perhapsWon:
      'conclu|conclue|signe|signee|contrat signe|commande recue|ferme|fermee|cloture|cloturee|termine|terminee',
    perhapsLost:
      'abandonne|abandonnee|annule|annulee|refuse|refusee|rejete|rejetee|sans suite|classee sans suite|disqualifie|archive|archivee',
  },
  owners: {
    inactive: 'desactive|desactivee|inactif|inactive|utilisateur desactive|ancien',
    none: 'non attribue|non assigne|non affecte|aucun proprietaire|sans proprietaire|aucun',
  },
  totals: 'total|total general|somme|sous total|moyenne|nombre',
};
