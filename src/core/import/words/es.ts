import type { ImportWords } from './types';

export const es: ImportWords = {
  nouns: 'oportunidad oportunidades negocio negocios trato tratos',
  fillers: 'de del la el los las en a al y para por asociado asociada asociados principal',
  headings: {
    id: 'id registro|id|identificador|id objeto|codigo registro',
    name: 'nombre|titulo|asunto|tema|proyecto',
    account:
      'nombre cuenta|cuenta|nombre empresa|empresa|nombre cliente|cliente|organizacion|nombre organizacion|compania|razon social|cliente potencial',
    owner:
      'propietario|nombre propietario|responsable|vendedor|comercial|agente|asignado|asesor|ejecutivo|ejecutivo ventas|titular|usuario',
    amount:
      'importe|monto|valor|cantidad|valor estimado|ingresos estimados|ingresos esperados|importe estimado|ingreso esperado|monto estimado|valor total|monto total|precio|presupuesto',
    convertedAmount:
      'importe moneda empresa|valor moneda empresa|importe convertido|monto convertido|cantidad moneda empresa|monto moneda empresa|importe divisa empresa|cantidad divisa empresa',
    currency: 'moneda|divisa|moneda importe|codigo moneda|moneda valor|codigo divisa',
    when: 'fecha cierre|fecha cierre prevista|fecha cierre esperada|fecha cierre estimada|fecha prevista cierre|fecha estimada cierre|cierre previsto|cierre esperado|fecha esperada cierre|cierre|fecha cierre previsto|fecha vencimiento',
    stage: 'etapa|fase|estado|etapa ventas|fase venta|estatus|etapa embudo|estado venta',
    pipeline: 'pipeline|embudo|proceso|embudo ventas',
    next: 'proximo paso|siguiente paso|proxima actividad|siguiente actividad|proximos pasos|proxima accion|paso siguiente',
    reason: 'motivo perdida|razon perdida|motivo cierre perdido|causa perdida|motivo rechazo',
    created: 'fecha creacion|creado|creada|creacion|fecha alta|agregado',
    modified:
      'fecha ultima modificacion|ultima modificacion|modificado|modificada|fecha modificacion|actualizado|ultima actualizacion|fecha actualizacion',
  },
  stages: {
    won: 'ganado ganada ganados ganadas',
    lost: 'perdido perdida perdidos perdidas',
    neutral: 'cerrado cerrada cierre negocio oportunidad trato y',
    not: 'no nunca sin nada',
    perhapsWon: 'cerrado|cerrada|firmado|contrato firmado|pedido recibido|aceptado|aceptada|vendido|vendida|finalizado',
    perhapsLost:
      'abandonado|abandonada|cancelado|cancelada|rechazado|rechazada|descartado|descartada|archivado|sin interes|descalificado',
  },
  owners: {
    inactive: 'desactivado|desactivada|inactivo|inactiva|usuario desactivado|baja',
    none: 'sin asignar|no asignado|sin propietario|ninguno|nadie',
  },
  totals: 'total|total general|suma|subtotal|promedio|recuento',
};
