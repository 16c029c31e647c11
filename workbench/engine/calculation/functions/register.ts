/**
 * Functions that Google has and Univer lacks, or reads otherwise, as far as they are cheap; IMAGE is overridden because
 * Univer's own fetches over the network and ends the process. What is absent here stays absent: `#NAME?`.
 */
import { BaseFunction, type BaseValueObject, IFunctionService, type Injector } from '../../univer';
import { arrayFunctions } from './arrays';
import { keepBlanks } from './blanks';
import { OwnFunction } from './cells';
import { followGoogle } from './choices';
import { Clock } from './clock';
import { lookThroughArrays } from './conditions';
import { conversionFunctions } from './conversions';
import { correctDays } from './dates';
import { HyperLink, type NoteLink } from './hyperlink';
import { askPlacesOnly } from './places';
import { needEnoughValues } from './statistics';
import { textFunctions } from './texts';
import { UNKNOWN_TO_GOOGLE } from './unknown';

/** In the array forms that Google needs ARRAYFORMULA for, Univer spills by itself: the value passes through. */
class ArrayFormula extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;
  override calculate(...variants: BaseValueObject[]): ReturnType<BaseFunction['calculate']> {
    return variants[0]!;
  }
}

/** A function of Univer's under another name. */
class Renamed extends BaseFunction {
  constructor(
    name: string,
    private readonly original: BaseFunction,
  ) {
    super(name);
    this.minParams = original.minParams;
    this.maxParams = original.maxParams;
  }
  override calculate(...args: BaseValueObject[]): ReturnType<BaseFunction['calculate']> {
    return this.original.calculate(...args);
  }
}

/** Adds the functions to a Univer that is starting; zone and locale are the file's at the time of asking. */
export function registerFunctions(
  injector: Injector,
  { timeZone, locale, noteLink }: { timeZone(): string; locale(): string; noteLink: NoteLink },
): void {
  const service = injector.get(IFunctionService);
  const own = { ...arrayFunctions, ...conversionFunctions(locale), ...textFunctions };
  for (const [name, [least, most, implementation]] of Object.entries(own)) {
    service.registerExecutors(new OwnFunction(name, least, most, implementation));
  }
  service.registerExecutors(new ArrayFormula('ARRAYFORMULA'), new Clock('TODAY', timeZone), new Clock('NOW', timeZone));
  service.registerExecutors(new HyperLink(noteLink));
  const find = (name: string) => service.getExecutor(name) as BaseFunction | undefined;
  // The same by another name.
  service.registerExecutors(new Renamed('ISO.CEILING', find('CEILING.PRECISE')!));
  service.unregisterExecutors(...UNKNOWN_TO_GOOGLE);
  needEnoughValues(find);
  correctDays(find);
  lookThroughArrays(find);
  followGoogle(find);
  keepBlanks(find);
  askPlacesOnly(find);
}
