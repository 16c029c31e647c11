import type { ImportWords } from './types';

export const pt: ImportWords = {
  nouns: 'oportunidade oportunidades negocio negocios negociacao negociacoes',
  fillers: 'de do da dos das em no na o a os as e para por associado associada principal associados ao',
  qualifiers:
    'previsto prevista estimado estimada esperado esperada est prev liquido bruto impostos atual completo total',
  headings: {
    id: 'id registro|id|identificador|nao modificar',
    number: 'numero|n|referencia',
    name: 'nome|titulo|assunto|projeto|topico|nome projeto|descricao|nome item',
    account:
      'nome conta|conta|nome empresa|organizacao|nome organizacao|razao social|contas|companhia|sociedade|entidade',
    owner:
      'proprietario|nome proprietario|responsavel|dono|atribuido|atribuida|consultor|executivo|pessoa responsavel|encarregado|nome vendedor|executivo contas|responsavel comercial|atendente',
    amount:
      'valor|montante|quantia|receita estimada|receita esperada|preco|orcamento|valor unico|renda|receita|soma|valor proposta|faturamento|valor contrato|custo',
    convertedAmount: 'valor moeda empresa|valor convertido|montante convertido|valor moeda base|valor moeda principal',
    currency: 'moeda|moeda valor|codigo moeda|codigo iso moeda',
    when: 'data fechamento|previsao fechamento|data fecho|data encerramento|fechamento esperado|fechamento previsto|data conclusao|fechamento|vencimento|data fech est|data fim|data decisao|data assinatura|previsao conclusao|data limite|data alvo|data venda|data vencimento|conclusao prevista|prazo|data fechamento real',
    stage: 'etapa|fase|estagio|situacao|etapa funil|fase vendas|estagio vendas|etapa processo',
    pipeline: 'pipeline|funil|funil vendas',
    next: 'proxima etapa|proximo passo|proxima atividade|proximos passos|proxima acao|proxima tarefa',
    reason: 'motivo perda|razao perda|causa perda|motivo fechamento perdido|motivo recusa',
    created: 'data criacao|criado|criada|criacao|data cadastro|adicionado',
    modified:
      'data ultima modificacao|ultima modificacao|modificado|atualizado|data atualizacao|ultima atualizacao|data modificacao|alterado|ultima alteracao',
  },
  stages: {
    won: 'ganho ganha ganhos ganhas',
    lost: 'perdido perdida perdidos perdidas perda',
    closed: 'fechado fechada encerrado encerrada concluido concluida finalizado finalizada',
    neutral: 'fechamento venda e',
    not: 'nao nunca sem nada',
    wonWhole: 'negocio fechado|venda fechada|negocio concluido|venda realizada|venda concluida',
    perhapsWon:
      'fechado|fechada|assinado|contrato assinado|pedido recebido|vendido|vendida|concluido|encerrado|pedido|contratado|contratada|aceito|aceita|aprovado|faturado|pago|sucesso|convertido|contrato fechado',
    perhapsLost:
      'abandonado|abandonada|cancelado|cancelada|recusado|rejeitado|descartado|arquivado|sem interesse|desqualificado|desqualificada|recusada|rejeitada|descartada|desistiu|desistencia|desistiu compra|anulado|anulada|sem orcamento|nao interessado|excluido|fracassado|nao convertido|insucesso',
    because: 'por para pelo pela',
  },
  owners: {
    inactive: 'desativado|desativada|inativo|inativa|usuario desativado|desligado',
    none: 'sem proprietario|nao atribuido|sem responsavel|nenhum|ninguem',
  },
  totals: 'total|total geral|soma|subtotal|media|contagem',
};
