import { fold } from './fold';

/**
 * Words for days in the languages that are read: all small, without accents. A line holds twelve months or seven weekdays
 * (Monday first); "|" parts words for the same one. To add a language, add an entry; nothing else knows of languages.
 */
interface DayWords {
  months: string;
  weekdays: string;
  /** As they stand before a date; alone they are too short to mean a day. */
  shortWeekdays: string;
  /** Yesterday, today, tomorrow, the day after. */
  near: string;
  /** Before or after a weekday, a week, a month. */
  next: string;
  /** "End of", "middle of", "beginning of" a month. */
  parts: string;
  /** "in" three weeks. */
  ahead: string;
  /** Day, week, month, quarter, year. */
  units: string;
  /** What may stand around a day and says nothing: "on", "by", "of". */
  fillers: string;
}

const LANGUAGES: Record<string, DayWords> = {
  en: {
    months: 'january february march april may june july august september october november december',
    weekdays: 'monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun',
    shortWeekdays: 'mo tu we th fr sa su',
    near: 'yesterday today tomorrow|tmrw day_after_tomorrow',
    next: 'next coming this',
    parts: 'end|eo mid|middle|mid- beginning|start|early',
    ahead: 'in',
    units: 'day|days week|weeks|w|wk month|months quarter|quarters year|years',
    fillers: 'on by of the until till due',
  },
  de: {
    months: 'januar|janner februar|feber marz|maerz|mrz april mai juni juli august september oktober november dezember',
    weekdays: 'montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag',
    shortWeekdays: 'mo di mi do fr sa so',
    near: 'gestern heute morgen ubermorgen|uebermorgen',
    next: 'nachster|nachste|nachsten|nachstes|naechster|naechste|naechsten|kommender|kommende|kommenden|diesen',
    parts: 'ende mitte anfang',
    ahead: 'in',
    units:
      'tag|tage|tagen woche|wochen|kw monat|monate|monaten|monats quartal|quartale|quartals jahr|jahre|jahren|jahres',
    fillers: 'am den bis der des zum',
  },
  fr: {
    months: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
    weekdays: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
    shortWeekdays: 'lun mar mer jeu ven sam dim',
    near: 'hier aujourd_hui demain apres_demain',
    next: 'prochain|prochaine|ce',
    parts: 'fin mi|mi- debut',
    ahead: 'dans',
    units: 'jour|jours semaine|semaines|sem mois trimestre|trimestres an|ans|annee',
    fillers: 'le la l du de d au',
  },
  es: {
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
    weekdays: 'lunes martes miercoles jueves viernes sabado domingo',
    shortWeekdays: 'lun mar mie jue vie sab dom',
    near: 'ayer hoy manana pasado_manana',
    next: 'proximo|proxima|este|viene',
    parts: 'fin|fines|finales mediados principios|inicios',
    ahead: 'en|dentro',
    units: 'dia|dias semana|semanas mes|meses trimestre|trimestres ano|anos',
    fillers: 'el la de del en que',
  },
  pt: {
    months: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
    weekdays: 'segunda terca quarta quinta sexta sabado domingo',
    shortWeekdays: 'seg ter qua qui sex sab dom',
    near: 'ontem hoje amanha depois_de_amanha',
    next: 'proximo|proxima|esta|vem',
    parts: 'fim|final meados inicio',
    ahead: 'em|daqui',
    units: 'dia|dias semana|semanas mes|meses trimestre|trimestres ano|anos',
    fillers: 'o a de do da em ate feira que',
  },
  it: {
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    weekdays: 'lunedi martedi mercoledi giovedi venerdi sabato domenica',
    shortWeekdays: 'lun mar mer gio ven sab dom',
    near: 'ieri oggi domani dopodomani',
    next: 'prossimo|prossima|questo',
    parts: 'fine meta inizio',
    ahead: 'tra|fra',
    units: 'giorno|giorni settimana|settimane mese|mesi trimestre|trimestri anno|anni',
    fillers: 'il lo la di del entro',
  },
  nl: {
    months: 'januari februari maart|mrt april mei juni juli augustus september oktober november december',
    weekdays: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    shortWeekdays: 'ma di wo do vr za zo',
    near: 'gisteren vandaag morgen overmorgen',
    next: 'volgende|komende|aanstaande|deze',
    parts: 'eind|einde half|medio begin',
    ahead: 'over|in',
    units: 'dag|dagen week|weken maand|maanden kwartaal|kwartalen jaar|jaren',
    fillers: 'op de van tot',
  },
  ru: {
    months:
      'январь|января февраль|февраля март|марта апрель|апреля май|мая июнь|июня июль|июля август|августа ' +
      'сентябрь|сентября октябрь|октября ноябрь|ноября декабрь|декабря',
    weekdays: 'понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье',
    shortWeekdays: 'пн вт ср чт пт сб вс',
    near: 'вчера сегодня завтра послезавтра',
    next: 'следующий|следующая|следующую|ближайший|ближайшая|ближайшую|эту',
    parts: 'конец|конце середина|середине начало|начале',
    ahead: 'через',
    units: 'день|дня|дней неделя|неделю|недели|недель месяц|месяца|месяцев|месяце квартал|квартала год|года|лет',
    fillers: 'в во на до г к',
  },
};

/** Names of months alone, by what the languages above do not have: Polish, Czech, Scandinavian. */
const MORE_MONTHS = [
  'styczen|stycznia luty|lutego marzec|marca kwiecien|kwietnia maj|maja czerwiec|czerwca lipiec|lipca sierpien|sierpnia ' +
    'wrzesien|wrzesnia pazdziernik|pazdziernika listopad|listopada|listopadu grudzien|grudnia',
  'ledna unora brezna dubna kvetna cervna cervence srpna|augusti zari rijna - prosince|desember',
];

const spoken = Object.values(LANGUAGES);

/** Each word of the tables with its place in its line. */
function places(field: keyof DayWords): Map<string, number> {
  return placesIn(spoken.map((words) => words[field]));
}

function placesIn(lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of lines)
    line.split(' ').forEach((alternatives, place) => {
      for (const word of alternatives.split('|')) found.set(fold(word.replace(/_/g, ' ')), place);
    });
  return found;
}

const MONTHS = places('months');
const OTHER_MONTHS = placesIn(MORE_MONTHS);
const WEEKDAYS = places('weekdays');
const SHORT_WEEKDAYS = places('shortWeekdays');
const NEAR = places('near');
const PARTS = places('parts');
const UNITS = places('units');
const everyWord = (field: keyof DayWords) =>
  new Set(spoken.flatMap((words) => words[field].split(/[ |]/).map((word) => fold(word))));
const NEXT = everyWord('next');
const AHEAD = everyWord('ahead');
const FILLERS = everyWord('fillers');

/** 1 to 12 for a month's name or the first letters of one, at least three: "dez", "sept", "янв"; 0 for none. */
export function monthNamed(word: string): number {
  const whole = MONTHS.get(word) ?? OTHER_MONTHS.get(word);
  if (whole !== undefined) return whole + 1;
  if (word.length < 3) return 0;
  // "jui" begins two months of one language: then it is none.
  const begun = placesBegun(MONTHS, word);
  const fits = begun.size > 0 ? begun : placesBegun(OTHER_MONTHS, word);
  return fits.size === 1 ? [...fits][0]! + 1 : 0;
}

function placesBegun(names: ReadonlyMap<string, number>, word: string): Set<number> {
  return new Set([...names].filter(([name]) => name.startsWith(word)).map(([, place]) => place));
}

/** 0 for Monday to 6 for Sunday, by a name that can stand alone; -1 for none. */
export function weekdayNamed(word: string): number {
  return WEEKDAYS.get(word) ?? -1;
}

/** Is this a weekday's name, or short for one, as it stands before a date? */
export function isWeekday(word: string): boolean {
  return WEEKDAYS.has(word) || SHORT_WEEKDAYS.has(word);
}

/** Days from today that "yesterday", "today", "tomorrow" and the day after are; null for other words. */
export function daysAway(words: string): number | null {
  const place = NEAR.get(words);
  return place === undefined ? null : place - 1;
}

export const isNext = (word: string): boolean => NEXT.has(word);
export const isAhead = (word: string): boolean => AHEAD.has(word);
export const isFiller = (word: string): boolean => FILLERS.has(word);

export type DayUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
const UNIT_ORDER: readonly DayUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** The unit of time that a word stands for; null for none. */
export function unitNamed(word: string): DayUnit | null {
  const place = UNITS.get(word);
  return place === undefined ? null : (UNIT_ORDER[place] ?? null);
}

/** Which part of a month or a year a word speaks of; null for none. */
export function partNamed(word: string): 'end' | 'middle' | 'start' | null {
  const place = PARTS.get(word);
  return place === undefined ? null : (['end', 'middle', 'start'] as const)[place]!;
}
