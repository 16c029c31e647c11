import { fold, foldedWords } from './fold';

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
    u$s: 'USD',
    u$d: 'USD',
    au$: 'AUD',
    a$: 'AUD',
    ca$: 'CAD',
    c$: 'CAD',
    nz$: 'NZD',
    hk$: 'HKD',
    s$: 'SGD',
    sg$: 'SGD',
    r$: 'BRL',
    mx$: 'MXN',
    rd$: 'DOP',
    $u: 'UYU',
    nt$: 'TWD',
    'cn¥': 'CNY',
    'jp¥': 'JPY',
    rmb: 'CNY',
    rs: 'rs',
    kr: 'kr',
    bs: 'bs',
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
    р: 'RUB',
    грн: 'UAH',
    лв: 'BGN',
    r: 'ZAR',
    rm: 'MYR',
    rp: 'IDR',
    tl: 'TRY',
    nis: 'ILS',
    тг: 'KZT',
  }),
);

/** Words for a currency in the languages that are read. */
for (const line of [
  'EUR euro euros евро',
  '$ dollar dollars dolar dolares dolari dollari доллар доллары долларов',
  'GBP pound pounds sterling pfund livre libra sterlina pond фунт',
  'CHF franken franc francs franco franchi франк',
  'JPY yen иена йена',
  'CNY yuan renminbi юань',
  'rs rupee rupees rupie rupien roupie rupia',
  'BRL reais real',
  'RUB рубль рубли рублеи рублях rubel ruble rouble roubles',
  'PLN zloty zlotys zlotych',
  'kr krona kronor krone kroner kronen couronne',
  'CZK koruna korun',
  'HUF forint',
  'RON leu',
  'TRY lira',
  '$ peso pesos песо',
  'ZAR rand',
  'UAH гривна hryvnia',
  'AED dirham dirhams',
  'ILS shekel',
])
  line.split(' ').forEach((word, n, [currency = '']) => {
    if (n > 0) SIGNS.set(word, currency);
  });

/** Whose it is where several countries call theirs the same, by the first letters: "Canadian Dollar", "couronne danoise". */
const COUNTRIES: Record<string, string> = {
  $:
    'us:USD united:USD amer:USD estad:USD сша:USD can:CAD kan:CAD austral:AUD new:NZD neus:NZD hong:HKD singap:SGD taiw:TWD ' +
    'mex:MXN chil:CLP colom:COP kolum:COP argent:ARS phil:PHP filip:PHP urug:UYU domin:DOP',
  kr: 'swe:SEK schwed:SEK sue:SEK zwee:SEK шв:SEK norw:NOK nor:NOK noor:NOK dan:DKK dän:DKK deen:DKK isl:ISK icel:ISK czech:CZK tsche:CZK',
  rs: 'ind:INR pak:PKR sri:LKR nep:NPR maur:MUR',
  CHF: 'cfa:XOF rwand:RWF',
  GBP: 'egy:EGP leban:LBP turk:TRY',
  TRY: 'turk:TRY',
  AED: 'maro:MAD',
};

/** Which currencies write a sign that several have. */
const SHARED: Record<string, string> = {
  $: 'USD CAD AUD NZD SGD HKD MXN ARS CLP COP TWD UYU PHP DOP',
  '¥': 'JPY CNY',
  kr: 'SEK NOK DKK ISK',
  rs: 'INR PKR LKR NPR MUR',
  bs: 'BOB VES',
};

/** The currency that a sign, a code or a word stands for: "EUR" for "€"; "$" for itself; null for none. */
export function currencyOf(text: string): string | null {
  const bare = text.trim().replace(/\.$/, '');
  if (CODES.has(bare)) return bare;
  // "COP$ 12.000": the code counts.
  if (/^[A-Z]{3}\$$/.test(bare) && CODES.has(bare.slice(0, 3))) return bare.slice(0, 3);
  const small = fold(bare);
  if (SMALL.has(small)) return small.toUpperCase();
  return SIGNS.get(small) ?? null;
}

/**
 * A currency column's cell: as `currencyOf`, the code within "Euro (EUR)", or its name: "U.S. Dollar", "schwedische Kronen";
 * null for none.
 */
export function currencyNamed(text: string): string | null {
  const found = currencyOf(text);
  if (found) return found;
  for (const word of text.match(/\b[A-Z]{3}\b|\p{L}{0,2}\p{Sc}/gu) ?? []) if (currencyOf(word)) return currencyOf(word);
  const words = foldedWords(text.replace(/\b(\p{Lu})\.(?=\p{Lu}\.)/gu, '$1').replace(/\./g, ''));
  const name = words.find((word) => word.length > 2 && SIGNS.has(word));
  if (name === undefined || words.length > 4) return null;
  const currency = SIGNS.get(name) as string;
  for (const pair of (COUNTRIES[currency] ?? '').split(' ')) {
    const [start = '', code = ''] = pair.split(':');
    if (code !== '' && words.some((word) => word !== name && word.startsWith(fold(start)))) return code;
  }
  return currency;
}

/** Do two currencies not contradict each other? "$" may be USD, "kr" may be SEK. */
export function sameCurrency(a: string, b: string): boolean {
  const fits = (sign: string, code: string) => (SHARED[sign] ?? '').split(' ').includes(code);
  return a === b || fits(a, b) || fits(b, a);
}
