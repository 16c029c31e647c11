import type { ImportWords } from './types';

export const pt: ImportWords = {
  nouns: 'oportunidade oportunidades negocio negocios negociacao',
  fillers: 'de do da dos das em no na o a os as e para por associado associada principal',
  headings: {
    id: 'id registro|id|identificador|codigo registro|id objeto',
    name: 'nome|titulo|assunto|projeto|topico',
    account:
      'nome conta|conta|nome empresa|empresa|nome cliente|cliente|organizacao|nome organizacao|razao social|cliente potencial',
    owner:
      'proprietario|nome proprietario|responsavel|vendedor|dono|atribuido|atribuida|consultor|executivo|usuario|agente|comercial',
    amount:
      'valor|montante|quantia|valor estimado|receita estimada|receita esperada|valor total|valor previsto|preco|orcamento|valor unico',
    convertedAmount: 'valor moeda empresa|valor convertido|montante convertido|valor moeda base|valor moeda principal',
    currency: 'moeda|moeda valor|codigo moeda|codigo iso moeda',
    when: 'data fechamento|data fechamento prevista|data prevista fechamento|data esperada fechamento|previsao fechamento|data fecho|data encerramento|data estimada fechamento|fechamento esperado|fechamento previsto|data conclusao|data prevista|data fechamento esperada|data fecho prevista|data encerramento prevista|fechamento|vencimento|data fechamento estimada',
    stage: 'etapa|fase|estagio|status|estado|situacao|etapa funil|fase vendas|estagio vendas',
    pipeline: 'pipeline|funil|funil vendas|processo',
    next: 'proxima etapa|proximo passo|proxima atividade|proximos passos|proxima acao|proxima tarefa',
    reason: 'motivo perda|razao perda|causa perda|motivo fechamento perdido|motivo recusa',
    created: 'data criacao|criado|criada|criacao|data cadastro|adicionado',
    modified:
      'data ultima modificacao|ultima modificacao|modificado|atualizado|data atualizacao|ultima atualizacao|data modificacao|alterado|ultima alteracao',
  },
  stages: {
    won: 'ganho ganha ganhos ganhas',
    lost: 'perdido perdida perdidos perdidas perda',
    neutral: 'fechado fechada fechamento negocio oportunidade e concluido encerrado',
    not: 'nao nunca sem nada',
    wonWhole: 'negocio fechado|fechado ganho|venda fechada|negocio concluido',
    perhapsWon: 'fechado|fechada|assinado|contrato assinado|pedido recebido|vendido|vendida|concluido|encerrado',
    perhapsLost:
      'abandonado|abandonada|cancelado|cancelada|recusado|rejeitado|descartado|arquivado|sem interesse|desqualificado',
  },
  owners: {
    inactive: 'desativado|desativada|inativo|inativa|usuario desativado|desligado',
    none: 'sem proprietario|nao atribuido|sem responsavel|nenhum|ninguem',
  },
  totals: 'total|total geral|soma|subtotal|media|contagem',
};
