/** What a script has written for the person at this page joins their undo, one step for each time it wrote. */
import { type IAccessor, type IMutationInfo, IUndoRedoService } from '@univerjs/core';
import {
  type ISetRangeValuesMutationParams,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
} from '@univerjs/sheets';
import type { NumberedMutation } from '../../server/protocol';
import type { SheetMachine } from './create-univer';

/** Gathers how to take changes back: note each before it is applied, push when all are. Cells and their looks only. */
export class ScriptUndo {
  private readonly undos: IMutationInfo[] = [];
  private readonly redos: IMutationInfo[] = [];

  constructor(
    private readonly machine: SheetMachine,
    private readonly unitId: string,
  ) {}

  note({ id, params, result }: NumberedMutation): void {
    if (id !== SetRangeValuesMutation.id || result) return;
    const { injector } = this.machine;
    const accessor: IAccessor = { get: injector.get.bind(injector), has: injector.has.bind(injector) };
    const redo = structuredClone(params) as ISetRangeValuesMutationParams;
    this.undos.unshift({ id, params: SetRangeValuesUndoMutationFactory(accessor, redo) });
    this.redos.push({ id, params: redo });
  }

  push(): void {
    if (this.undos.length === 0) return;
    const item = { unitID: this.unitId, undoMutations: this.undos, redoMutations: this.redos };
    this.machine.injector.get(IUndoRedoService).pushUndoRedo(item);
  }
}
