import type { Locale } from '../types.js';

// \u2068 and \u2069 keep a name or a number in its own order, whatever its script.
// In `ask` the verb agrees with the request, so that names of either gender fit. `thisSite` can stand there because its form
// stays the same before a postposition.
export const locale = {
  lang: 'ur',
  dir: 'rtl',
  separator: '، ',
  title: 'کوکیز اور ملتی جلتی ٹیکنالوجیز',
  ask: 'یہ \u2068{controller}\u2069 کی جانب سے درج ذیل مقاصد کے لیے اختیاری کوکیز اور ملتی جلتی ٹیکنالوجیز کے استعمال پر آپ کی رضامندی کی درخواست ہے: {purposes}۔',
  withdraw:
    'آپ کی رضامندی کے بغیر کوئی اختیاری ڈیٹا ذخیرہ نہیں کیا جاتا۔ آپ رازداری کی ترتیبات میں کسی بھی وقت اپنا انتخاب تبدیل کر سکتے ہیں یا اپنی رضامندی واپس لے سکتے ہیں۔',
  serviceCount: 'متعلقہ سروسز کی تعداد: {count}',
  policyLink: 'رازداری کی پالیسی',
  accept: 'سب قبول کریں',
  reject: 'سب مسترد کریں',
  choose: 'انتخاب کریں',
  preferences: 'رازداری کی ترتیبات',
  preferencesIntro: 'ہر مقصد کے لیے الگ فیصلہ کریں۔ آپ اپنا انتخاب کسی بھی وقت تبدیل کر سکتے ہیں۔',
  save: 'انتخاب محفوظ کریں',
  close: 'بند کریں',
  saved: 'آپ کا انتخاب محفوظ کر لیا گیا ہے۔',
  announcement: 'کوکیز اور ملتی جلتی ٹیکنالوجیز سے متعلق اختیارات صفحے کے شروع میں ہیں۔',
  appliesAtOnce: 'تبدیلیاں فوراً لاگو ہوتی ہیں۔',
  alwaysOn: 'ہمیشہ فعال',
  on: 'فعال',
  off: 'غیر فعال',
  gpc: 'عدم شمولیت کی درخواست پر عمل کیا گیا ہے۔ آپ کا براؤزر Global Privacy Control کا سگنل بھیجتا ہے، اس لیے یہ مقصد غیر فعال رہتا ہے۔',
  gpcHonored: 'عدم شمولیت کی درخواست پر عمل کیا گیا ہے۔ آپ کا براؤزر Global Privacy Control کا سگنل بھیجتا ہے۔',
  details: 'سروسز اور ذخیرہ کاری',
  columns: { name: 'نام', kind: 'قسم', lifetime: 'مدت' },
  kinds: {
    cookie: 'کوکی',
    localStorage: 'مقامی ذخیرہ',
    sessionStorage: 'سیشن کا ذخیرہ',
    indexedDB: 'ڈیٹا بیس',
    cacheStorage: 'کیش میموری',
  },
  session: 'ٹیب یا براؤزر بند کرنے تک',
  persistent: 'سائٹ کا ڈیٹا صاف کرنے تک',
  lifetimeNote:
    'آپ کا براؤزر یہ ڈیٹا اس سے پہلے بھی حذف کر سکتا ہے۔ بیشتر براؤزر کوکیز کو زیادہ سے زیادہ 400 دن تک رکھتے ہیں۔',
  servicePolicy: 'رازداری کی پالیسی: \u2068{service}\u2069',
  noServices: 'اس مقصد کے لیے کوئی سروس درج نہیں کی گئی۔',
  thisSite: 'موجودہ ویب سائٹ',
  categories: {
    necessary: { label: 'ضروری', description: 'ویب سائٹ کے کام کرنے کے لیے درکار۔' },
    functional: {
      label: 'اضافی سہولیات',
      description: 'اضافی سہولیات، مثلاً صفحے میں شامل ویڈیوز، نقشے اور چیٹ۔',
    },
    analytics: {
      label: 'تجزیات',
      description: 'ویب سائٹ کی بہتری کے لیے یہ پیمائش کہ کون سے صفحات استعمال ہوتے ہیں۔',
    },
    marketing: {
      label: 'مارکیٹنگ',
      description: 'آپ کی دلچسپیوں کی بنیاد پر اشتہارات دکھانا اور ان کے اثر کی پیمائش کرنا۔',
    },
  },
  acceptance: {
    title: 'تازہ کردہ پالیسی',
    inForce: 'ہماری پالیسی کا ورژن \u2068{version}\u2069 مورخہ \u2068{date}\u2069 سے نافذ العمل ہے۔',
    apart: 'کوکیز اور ملتی جلتی ٹیکنالوجیز سے متعلق آپ کا انتخاب برقرار رہتا ہے۔',
    read: 'پالیسی پڑھیں',
    newTab: '(نئے ٹیب میں کھلتی ہے)',
    accept: 'قبول',
    decline: 'قبول نہیں',
  },
} as const satisfies Locale;
