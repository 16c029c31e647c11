/** The one queue through which every execution and every page reaches the workbook, one after another. */
export class EngineQueue {
  private tail: Promise<unknown> = Promise.resolve();

  /** Runs the task when all earlier ones are over; its failure does not stop later ones. */
  run<T>(task: () => Promise<T> | T): Promise<T> {
    const result = this.tail.then(task);
    this.tail = result.catch(() => undefined);
    return result;
  }
}
