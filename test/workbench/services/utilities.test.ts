import { failures, script } from './script';

test('formatDate: Java patterns and zones', async () => {
  expect(
    await script(`const d = new Date(Date.UTC(2026, 6, 1, 22, 5, 9, 7));
      const f = (z, p) => Utilities.formatDate(d, z, p);
      return [f('GMT', "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"), f('America/New_York', 'EEE, d MMM yyyy h:mm a z'), f('Europe/Berlin', 'EEEE dd.MM.yy HH:mm Z z'), f('GMT+5:30', 'HH:mm z'), f('Nowhere/City', 'HH z'),
        f('GMT', "''yy' o''clock' MMMM D u k K w"), f('Asia/Kolkata', 'XXX X'), f('UTC', 'YYYY-ww F W')]`),
  ).toEqual([
    '2026-07-01T22:05:09.007Z',
    'Wed, 1 Jul 2026 6:05 PM EDT',
    'Thursday 02.07.26 00:05 +0200 CEST',
    '03:35 GMT+05:30',
    '22 GMT',
    "'26 o'clock July 182 3 22 10 27",
    '+05:30 +05',
    '2026-27 1 1',
  ]);
  expect(
    await failures([
      `Utilities.formatDate('2026', 'GMT', 'yyyy')`,
      `Utilities.formatDate(new Date(), 'GMT', 'bbb')`,
      `Utilities.formatDate(new Date('x'), 'GMT', 'y')`,
    ]),
  ).toEqual([
    "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    'Exception: Invalid argument: format',
    'Exception: Invalid argument: date. Should be of type: Date',
  ]);
});

test('formatString', async () => {
  expect(
    await script(`const f = Utilities.formatString;
      return [f('%s is %d', 'x', 3.9), f('%11.6f|', 123.456), f('%-5s|%5s|%05d', 'a', 'b', -42), f('%,.2f %+d %x %X %o %e %%', 1234567.891, 5, 255, 255, 8, 12345.678), f('%2$s %1$s', 'a', 'b'), f('%s %b', null, true)]`),
  ).toEqual([
    'x is 3',
    ' 123.456000|',
    'a    |    b|-0042',
    '1,234,567.89 +5 ff FF 10 1.234568e+04 %',
    'b a',
    'null true',
  ]);
});

test('bytes, base64, digests, blobs, csv, uuid', async () => {
  expect(
    await script(`const hex = (bytes) => bytes.map((b) => ('0' + (b & 255).toString(16)).slice(-2)).join('');
      const A = Utilities.DigestAlgorithm;
      return [Utilities.base64Encode('Grüße 😀'), Utilities.base64EncodeWebSafe([-5, -1, -2]), Utilities.base64Decode('R3LDvMOfZQ=='), Utilities.newBlob(Utilities.base64DecodeWebSafe('8J-YgA')).getDataAsString(),
        hex(Utilities.computeDigest(A.MD5, 'abc')), hex(Utilities.computeDigest(A.SHA_256, 'abc', Utilities.Charset.UTF_8)).slice(0, 16), hex(Utilities.computeHmacSha256Signature('msg', 'key')).slice(0, 16),
        Utilities.newBlob('hé', 'text/plain', 'n.txt').getBytes(), Utilities.newBlob('x').setName('y').getName(), Utilities.newBlob('x').getContentType(),
        Utilities.parseCsv('a,"b ""q""\\nline",c\\n1,,3\\n'), Utilities.parseCsv('a;b', ';'), /^[0-9a-f-]{36}$/.test(Utilities.getUuid())]`),
  ).toEqual([
    'R3LDvMOfZSDwn5iA',
    '-__-',
    [71, 114, -61, -68, -61, -97, 101],
    '😀',
    '900150983cd24fb0d6963f7d28e17f72',
    'ba7816bf8f01cfea',
    '2d93cbc1be167bcb',
    [104, -61, -87],
    'y',
    'text/plain',
    [
      ['a', 'b "q"\nline', 'c'],
      ['1', '', '3'],
    ],
    [['a', 'b']],
    true,
  ]);
  expect(
    await failures([`Utilities.base64Decode('###')`, `Utilities.parseCsv('a,"b')`, `Utilities.sleep(-1)`]),
  ).toEqual([
    'Exception: Could not decode string.',
    'Exception: Could not parse text.',
    'Exception: Invalid argument: milliseconds',
  ]);
});

test('Session and ScriptApp', async () => {
  const body = `return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getActiveUserLocale(), Session.getScriptTimeZone(), ScriptApp.AuthMode.FULL.toString(), String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()), Session.getTemporaryActiveUserKey() === Session.getTemporaryActiveUserKey()]`;
  expect(await script(body)).toEqual([
    'owner@example.com',
    'owner@example.com',
    'en',
    'Etc/UTC',
    'FULL',
    'NOT_REQUIRED',
    true,
  ]);
  expect(await script(body, { visibleEmail: '', userLocale: 'de', scriptTimeZone: 'Asia/Tokyo' })).toEqual([
    '',
    'owner@example.com',
    'de',
    'Asia/Tokyo',
    'FULL',
    'NOT_REQUIRED',
    true,
  ]);
});
