import { fold } from './fold';

/** Codes of ISO 4217 that are in use. */
const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF ' +
    'CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG ' +
    'HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA ' +
    'MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD ' +
    'RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX ' +
    'USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

/** Codes that people also write small; of the others, small letters may be words ("all", "top", "try"). */
const SMALL = new Set(
  'eur usd gbp chf inr brl sek nok dkk pln czk jpy cny rub cad aud nzd mxn zar sgd hkd huf'.split(' '),
);

/** Signs and words for a currency. What several countries use stands for itself: "$", "¥", "kr", "rs". */
const SIGNS = new Map<string, string>(
  Object.entries({
    $: '$',
    '¥': '¥',
    円: 'JPY',
    元: 'CNY',
    '€': 'EUR',
    '£': 'GBP',
    '₹': 'INR',
    '₽': 'RUB',
    '₺': 'TRY',
    '₩': 'KRW',
    '₪': 'ILS',
    '₫': 'VND',
    '₦': 'NGN',
    '₱': 'PHP',
    '฿': 'THB',
    '₴': 'UAH',
    '₸': 'KZT',
    '₡': 'CRC',
    '₲': 'PYG',
    '₵': 'GHS',
    us$: 'USD',
    usd$: 'USD',
    au$: 'AUD',
    a$: 'AUD',
    ca$: 'CAD',
    c$: 'CAD',
    cad$: 'CAD',
    nz$: 'NZD',
    hk$: 'HKD',
    s$: 'SGD',
    sg$: 'SGD',
    r$: 'BRL',
    mx$: 'MXN',
    nt$: 'TWD',
    'cn¥': 'CNY',
    'jp¥': 'JPY',
    rmb: 'CNY',
    rs: 'rs',
    kr: 'kr',
    skr: 'SEK',
    nkr: 'NOK',
    dkr: 'DKK',
    zl: 'PLN',
    kc: 'CZK',
    ft: 'HUF',
    lei: 'RON',
    fr: 'CHF',
    sfr: 'CHF',
    руб: 'RUB',
    рублеи: 'RUB',
    р: 'RUB',
    грн: 'UAH',
    лв: 'BGN',
    euro: 'EUR',
    euros: 'EUR',
    dollar: '$',
    dollars: '$',
    dolares: '$',
    pounds: 'GBP',
    rupees: 'rs',
    reais: 'BRL',
  }),
);

/** Which currencies write a sign that several have. */
const SHARED: Record<string, string> = {
  $: 'USD CAD AUD NZD SGD HKD MXN ARS CLP COP TWD',
  '¥': 'JPY CNY',
  kr: 'SEK NOK DKK ISK',
  rs: 'INR PKR LKR NPR MUR',
};

/** The currency that a sign, a code or a word stands for: "EUR" for "€"; "$" for itself; null for none. */
export function currencyOf(text: string): string | null {
  const bare = text.trim().replace(/\.$/, '');
  if (CODES.has(bare)) return bare;
  const small = fold(bare);
  if (SMALL.has(small)) return small.toUpperCase();
  return SIGNS.get(small) ?? null;
}

/** A currency column's cell: as `currencyOf`, or the code within "Euro (EUR)", "USD - U.S. Dollar"; null for none. */
export function currencyNamed(text: string): string | null {
  const found = currencyOf(text);
  if (found) return found;
  for (const word of text.match(/\b[A-Z]{3}\b|\p{Sc}/gu) ?? []) if (currencyOf(word)) return currencyOf(word);
  return null;
}

/** Do two currencies not contradict each other? "$" may be USD, "kr" may be SEK. */
export function sameCurrency(a: string, b: string): boolean {
  const fits = (sign: string, code: string) => (SHARED[sign] ?? '').split(' ').includes(code);
  return a === b || fits(a, b) || fits(b, a);
}
