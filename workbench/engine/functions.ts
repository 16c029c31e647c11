/**
 * Functions that Google has and Univer lacks, as far as they are cheap; IMAGE is overridden because Univer's own
 * fetches over the network and ends the process. What is absent here stays absent: `#NAME?`.
 */
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  type Injector,
  NumberValueObject,
  StringValueObject,
} from './univer';

type Value = string | number | boolean | null | undefined;
type Argument = Value | Value[][];
type Result = string | number | boolean | (string | number | boolean)[][];

const failed = '#VALUE!';

function flat(args: Argument[]): Value[] {
  return args.flatMap((arg) => (Array.isArray(arg) ? arg.flat() : [arg]));
}

function isBlank(value: Value): boolean {
  return value === null || value === undefined || value === '';
}

function text(value: Value): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null || value === undefined ? '' : String(value);
}

function single(arg: Argument): Value {
  return Array.isArray(arg) ? arg[0]?.[0] : arg;
}

const blocks = '▁▂▃▄▅▆▇█';

/** A line of block characters, since pages draw no small charts in cells. Options are not looked at. */
function sparkline(...args: Argument[]): Result {
  const numbers = flat(args.slice(0, 1)).filter((value) => typeof value === 'number');
  if (numbers.length === 0) return '';
  const low = Math.min(...numbers);
  const span = Math.max(...numbers) - low;
  return numbers.map((value) => blocks[span === 0 ? 3 : Math.round(((value - low) / span) * 7)]).join('');
}

function split(...args: Argument[]): Result {
  const [source, delimiter, byEach = true, removeEmpty = true] = args.map(single);
  const separators = text(delimiter);
  if (separators === '' || isBlank(source)) return failed;
  const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = byEach === false ? escaped(separators) : Array.from(separators, escaped).join('|');
  const parts = text(source).split(new RegExp(pattern));
  const kept = removeEmpty === false ? parts : parts.filter((part) => part !== '');
  return [kept.map((part) => (part.trim() !== '' && Number.isFinite(Number(part)) ? Number(part) : part))];
}

const implementations: Record<string, (...args: Argument[]) => Result> = {
  SPARKLINE: sparkline,
  SPLIT: split,
  IMAGE: () => '',
  JOIN: (delimiter, ...args) =>
    flat(args)
      .map(text)
      .join(text(single(delimiter ?? ''))),
  COUNTUNIQUE: (...args) =>
    new Set(
      flat(args)
        .filter((value) => !isBlank(value))
        .map((value) => `${typeof value} ${value}`),
    ).size,
  ISEMAIL: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text(single(value ?? ''))),
};

function valueObject(value: string | number | boolean): BaseValueObject {
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  return value === failed ? ErrorValueObject.create(ErrorType.VALUE) : StringValueObject.create(value);
}

function argumentOf(variant: BaseValueObject): Argument {
  if (variant.isArray()) return (variant as ArrayValueObject).toValue() as Value[][];
  return variant.isNull() ? null : (variant.getValue() as Value);
}

class GoogleFunction extends BaseFunction {
  override minParams = 1;
  override maxParams = 255;
  constructor(
    name: string,
    private readonly implementation: (...args: Argument[]) => Result,
  ) {
    super(name);
  }

  override calculate(...variants: BaseValueObject[]): ReturnType<BaseFunction['calculate']> {
    const error = variants.find((variant) => variant.isError());
    if (error) return error;
    const result = this.implementation(...variants.map(argumentOf));
    if (!Array.isArray(result)) return valueObject(result);
    return ArrayValueObject.create({
      calculateValueList: result.map((line) => line.map(valueObject)),
      rowCount: result.length,
      columnCount: result[0]?.length ?? 0,
      unitId: this.unitId ?? '',
      sheetId: this.subUnitId ?? '',
      row: this.row,
      column: this.column,
    });
  }
}

/** In the array forms that Google needs ARRAYFORMULA for, Univer spills by itself: the value passes through. */
class ArrayFormula extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;
  override calculate(...variants: BaseValueObject[]): ReturnType<BaseFunction['calculate']> {
    return variants[0]!;
  }
}

/** The wall clock of the file's time zone as a serial day number; Univer's own takes the machine's zone. */
class Clock extends BaseFunction {
  override minParams = 0;
  override maxParams = 0;
  constructor(
    name: string,
    private readonly timeZone: () => string,
    private readonly pattern: string,
  ) {
    super(name);
  }
  override calculate(): ReturnType<BaseFunction['calculate']> {
    const serial = wallClock(new Date(), this.timeZone());
    return NumberValueObject.create(this.name === 'TODAY' ? Math.floor(serial) : serial, this.pattern);
  }
}

/** Days since 1899-12-30 that a clock in the zone shows at the instant. */
export function wallClock(instant: Date, timeZone: string): number {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return (Date.parse(`${text.replace(' ', 'T')}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** Adds the functions to a Univer that is starting; `timeZone` tells the file's zone at the time of asking. */
export function registerFunctions(injector: Injector, timeZone: () => string): void {
  const service = injector.get(IFunctionService);
  for (const [name, implementation] of Object.entries(implementations)) {
    service.registerExecutors(new GoogleFunction(name, implementation));
  }
  service.registerExecutors(new ArrayFormula('ARRAYFORMULA'));
  service.registerExecutors(
    new Clock('TODAY', timeZone, 'yyyy-MM-dd;@'),
    new Clock('NOW', timeZone, 'yyyy-MM-dd hh:mm:ss;@'),
  );
}
