import type { ImportWords } from './types';

export const es: ImportWords = {
  nouns: 'oportunidad oportunidades negocio negocios trato tratos negociacion',
  fillers: 'de del la el los las en a al y para por asociado asociada asociados principal asociadas',
  qualifiers:
    'previsto prevista estimado estimada esperado esperada est estim neto neta bruto bruta iva impuestos actual completo total',
  headings: {
    id: 'id registro|id|identificador|id objeto|codigo registro|id externa|id externo|no modificar|id elemento',
    number: 'numero|n|referencia|codigo',
    name: 'nombre|titulo|asunto|tema|proyecto|elemento|nombre elemento|nombre proyecto|descripcion|concepto',
    account:
      'nombre cuenta|cuenta|nombre empresa|empresa|nombre cliente|cliente|organizacion|nombre organizacion|compania|razon social|cliente potencial|cuentas|clientes|sociedad|empresas|institucion|cliente final',
    owner:
      'propietario|nombre propietario|responsable|vendedor|comercial|agente|asignado|asesor|ejecutivo|ejecutivo ventas|titular|usuario|persona responsable|ejecutivo cuenta|representante|nombre vendedor|asignado usuario|gestor|encargado|responsable comercial|propietario nombre completo|dueno',
    amount:
      'importe|monto|valor|cantidad|ingresos estimados|ingresos esperados|ingreso esperado|precio|presupuesto|ingresos|ingreso|suma|facturacion|cuantia|costo',
    convertedAmount:
      'importe moneda empresa|valor moneda empresa|importe convertido|monto convertido|cantidad moneda empresa|monto moneda empresa|importe divisa empresa|cantidad divisa empresa',
    currency: 'moneda|divisa|moneda importe|codigo moneda|moneda valor|codigo divisa',
    when: 'fecha cierre|cierre previsto|cierre esperado|cierre|fecha vencimiento|fecha prevista|fecha estimada|fecha fin|fecha decision|fecha firma|fecha cierre real|fecha objetivo|fecha limite|vencimiento|fecha conclusion|fecha finalizacion',
    stage:
      'etapa|fase|estado|etapa ventas|fase venta|estatus|etapa embudo|estado venta|fase canalizacion|fase proceso|situacion|fase pipeline|etapa proceso|etapa pipeline',
    pipeline: 'pipeline|embudo|proceso|embudo ventas',
    next: 'proximo paso|siguiente paso|proxima actividad|siguiente actividad|proximos pasos|proxima accion|paso siguiente',
    reason: 'motivo perdida|razon perdida|motivo cierre perdido|causa perdida|motivo rechazo',
    created: 'fecha creacion|creado|creada|creacion|fecha alta|agregado',
    modified:
      'fecha ultima modificacion|ultima modificacion|modificado|modificada|fecha modificacion|actualizado|ultima actualizacion|fecha actualizacion',
  },
  stages: {
    won: 'ganado ganada ganados ganadas ganadora ganador',
    lost: 'perdido perdida perdidos perdidas',
    closed: 'cerrado cerrada cerrados cerradas finalizado finalizada',
    neutral: 'cierre venta y',
    not: 'no nunca sin nada',
    wonWhole: 'venta cerrada|cierre exitoso|negocio cerrado|trato cerrado',
    perhapsWon:
      'cerrado|cerrada|firmado|contrato firmado|pedido recibido|aceptado|aceptada|vendido|vendida|finalizado|finalizada|pedido|contratado|contratada|adjudicado|adjudicada|exitoso|exitosa|concretado|concretada|facturado|pagado|comprado|orden recibida',
    perhapsLost:
      'abandonado|abandonada|cancelado|cancelada|rechazado|rechazada|descartado|descartada|archivado|sin interes|descalificado|descalificada|anulado|anulada|no interesado|desestimado|desestimada|sin presupuesto|fracasado|no concretado|no concretada|eliminado|caido|caida|desistido',
    because: 'por contra ante',
  },
  owners: {
    inactive: 'desactivado|desactivada|inactivo|inactiva|usuario desactivado|baja',
    none: 'sin asignar|no asignado|sin propietario|ninguno|nadie',
  },
  totals: 'total|total general|suma|subtotal|promedio|recuento',
};
