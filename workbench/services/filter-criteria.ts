/**
 * FilterCriteria and its builder.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/filter-criteria-builder
 */
import type { FileInfo, FilterCriterion, Scalar } from '../engine/engine';
import { instantOfSerial } from '../values/zoned-time';
import { read } from './book';
import { serials } from './data-validation';
import { BooleanCriteria, type EnumValue, nameOf } from './enums';
import { CONDITIONS, type Criteria, conditionOf, criteriaValues } from './format-conditions';
import { define, expose, type Members } from './members';
import { own } from './objects';

/** As scripts see it: dates are Dates. */
interface CriteriaState {
  criteria: string | null;
  args: (Scalar | Date)[];
  hiddenValues: string[];
}

class CriteriaReader {
  readonly [own]: CriteriaState;

  constructor(state: CriteriaState) {
    this[own] = state;
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder({ ...this[own] });
  }
  getCriteriaType(): EnumValue | null {
    const { criteria } = this[own];
    return criteria === null ? null : BooleanCriteria[criteria as Criteria];
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(this[own].criteria, this[own].args);
  }
  getHiddenValues(): string[] {
    return [...this[own].hiddenValues];
  }
}

export class FilterCriteria extends CriteriaReader {}

export class FilterCriteriaBuilder extends CriteriaReader {
  build(): FilterCriteria {
    return new FilterCriteria({ ...this[own] });
  }
  setHiddenValues(values: string[]): FilterCriteriaBuilder {
    this[own].hiddenValues = [...values];
    return this;
  }
  withCriteria(criteria: EnumValue, args: unknown[]): FilterCriteriaBuilder {
    Object.assign(this[own], conditionOf(nameOf(criteria), args));
    return this;
  }
}

const readerMembers: Members = { copy: '', getCriteriaType: '', getCriteriaValues: '', getHiddenValues: '' };
const builderMembers: Members = {
  ...readerMembers,
  build: '',
  setHiddenValues: 'text[]',
  withCriteria: 'BooleanCriteria any[]',
};
for (const [member, [criteria, signature]] of Object.entries(CONDITIONS)) {
  builderMembers[member] = signature;
  define(FilterCriteriaBuilder.prototype, member, function (this: FilterCriteriaBuilder, ...args: unknown[]) {
    Object.assign(this[own], conditionOf(criteria, args));
    return this;
  });
}
expose(FilterCriteria, 'SpreadsheetApp.FilterCriteria', readerMembers);
expose(FilterCriteriaBuilder, 'SpreadsheetApp.FilterCriteriaBuilder', builderMembers);

/** A builder that asks nothing yet. */
export function newFilterCriteria(): FilterCriteriaBuilder {
  return new FilterCriteriaBuilder({ criteria: null, args: [], hiddenValues: [] });
}

/** The criteria as the engine keeps them. */
export function criterionForEngine(criteria: FilterCriteria): FilterCriterion {
  const state = criteria[own];
  return { ...state, args: serials(state.args) };
}

/** The engine's criterion as scripts see it. */
export function criterionFromEngine(criterion: FilterCriterion): FilterCriteria {
  const dated = /^DATE_/.test(criterion.criteria ?? '') && criterion.args.some((arg) => typeof arg === 'number');
  if (!dated) return new FilterCriteria(criterion);
  const [{ timeZone }] = read<[FileInfo]>({ get: 'file' });
  const args = criterion.args.map((arg) => (typeof arg === 'number' ? new Date(instantOfSerial(arg, timeZone)) : arg));
  return new FilterCriteria({ ...criterion, args });
}
