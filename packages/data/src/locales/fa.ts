import type { Locale } from '../types.js';

// \u2068 and \u2069 keep a name or a number in its own order, whatever its script. \u200C is the space without width that
// Persian writes between the parts of a word. The digits are those in which browsers write the other durations.
export const locale = {
  lang: 'fa',
  dir: 'rtl',
  separator: '، ',
  title: 'کوکی\u200Cها و فناوری\u200Cهای مشابه',
  ask: '\u2068{controller}\u2069 مایل است از کوکی\u200Cهای اختیاری و فناوری\u200Cهای مشابه برای اهداف زیر استفاده کند: {purposes}.',
  withdraw:
    'بدون رضایت شما هیچ دادهٔ اختیاری ذخیره نمی\u200Cشود. می\u200Cتوانید در هر زمان در تنظیمات حریم خصوصی انتخاب\u200Cهای خود را تغییر دهید یا رضایت خود را پس بگیرید.',
  serviceCount: 'تعداد سرویس\u200Cهای مرتبط: {count}',
  policyLink: 'خط\u200Cمشی حریم خصوصی',
  accept: 'پذیرش همه',
  reject: 'رد همه',
  choose: 'انتخاب',
  preferences: 'تنظیمات حریم خصوصی',
  preferencesIntro: 'دربارهٔ هر هدف جداگانه تصمیم بگیرید. می\u200Cتوانید در هر زمان انتخاب\u200Cهای خود را تغییر دهید.',
  save: 'ذخیرهٔ انتخاب\u200Cها',
  close: 'بستن',
  saved: 'انتخاب\u200Cهای شما ذخیره شد.',
  announcement: 'گزینه\u200Cهای مربوط به کوکی\u200Cها و فناوری\u200Cهای مشابه در ابتدای صفحه قرار دارد.',
  appliesAtOnce: 'تغییرات بلافاصله اعمال می\u200Cشود.',
  alwaysOn: 'همیشه فعال',
  on: 'فعال',
  off: 'غیرفعال',
  gpc: 'به درخواست انصراف شما ترتیب اثر داده شد. مرورگر شما سیگنال Global Privacy Control را ارسال می\u200Cکند و به همین دلیل این هدف غیرفعال می\u200Cماند.',
  gpcHonored: 'به درخواست انصراف شما ترتیب اثر داده شد. مرورگر شما سیگنال Global Privacy Control را ارسال می\u200Cکند.',
  details: 'سرویس\u200Cها و ذخیره\u200Cسازی',
  columns: { name: 'نام', kind: 'نوع', lifetime: 'مدت' },
  kinds: {
    cookie: 'کوکی',
    localStorage: 'حافظهٔ محلی',
    sessionStorage: 'حافظهٔ نشست',
    indexedDB: 'پایگاه داده',
    cacheStorage: 'حافظهٔ نهان',
  },
  session: 'تا زمانی که برگه یا مرورگر را ببندید',
  persistent: 'تا زمانی که داده\u200Cهای سایت را پاک کنید',
  lifetimeNote:
    'مرورگر شما ممکن است این داده\u200Cها را زودتر پاک کند. بیشتر مرورگرها کوکی\u200Cها را حداکثر ۴۰۰ روز نگه می\u200Cدارند.',
  servicePolicy: 'خط\u200Cمشی حریم خصوصی \u2068{service}\u2069',
  noServices: 'برای این هدف هیچ سرویسی اعلام نشده است.',
  thisSite: 'این سایت',
  categories: {
    necessary: { label: 'ضروری', description: 'برای کارکرد سایت لازم است.' },
    functional: {
      label: 'امکانات جانبی',
      description: 'امکانات اضافی مانند ویدیوهای جاسازی\u200Cشده، نقشه و گفت\u200Cوگوی برخط.',
    },
    analytics: {
      label: 'تحلیل بازدید',
      description: 'سنجش اینکه از کدام صفحه\u200Cها استفاده می\u200Cشود، با هدف بهبود سایت.',
    },
    marketing: {
      label: 'بازاریابی',
      description: 'نمایش تبلیغات بر پایهٔ علاقه\u200Cمندی\u200Cهای شما و سنجش اثر آن\u200Cها.',
    },
  },
  acceptance: {
    title: 'خط\u200Cمشی به\u200Cروزشده',
    inForce: 'نسخهٔ \u2068{version}\u2069 خط\u200Cمشی ما از تاریخ \u2068{date}\u2069 معتبر است.',
    apart: 'انتخاب\u200Cهای شما دربارهٔ کوکی\u200Cها و فناوری\u200Cهای مشابه تغییری نمی\u200Cکند.',
    read: 'مطالعهٔ خط\u200Cمشی',
    newTab: '(در برگهٔ جدید باز می\u200Cشود)',
    accept: 'پذیرش',
    decline: 'عدم پذیرش',
  },
  embed: {
    ask: 'اگر این محتوا را بارگذاری کنید، مرورگر شما به \u2068{service}\u2069 متصل می\u200Cشود.',
    once: 'بارگذاری برای یک بار',
    always: 'اجازهٔ همیشگی: \u2068{category}\u2069',
  },
  law: {
    choices: 'انتخاب\u200Cهای شما دربارهٔ حریم خصوصی',
    choicesIntro:
      'این اهداف فعال هستند، مگر آنکه انصراف دهید. می\u200Cتوانید در هر زمان از هر یک از این اهداف یا از همهٔ آن\u200Cها انصراف دهید.',
    optedOut: 'انصراف شما ثبت شد.',
    honored: 'به درخواست انصراف شما ترتیب اثر داده شد',
    optInAgain: 'شما از این اهداف انصراف داده\u200Cاید: {purposes}. آیا می\u200Cخواهید دوباره اجازه دهید؟',
    optIn: 'اجازهٔ دوباره',
    stayOptedOut: 'حفظ انصراف',
    notice:
      '\u2068{controller}\u2069 از کوکی\u200Cها و فناوری\u200Cهای مشابه برای اهداف زیر استفاده می\u200Cکند: {purposes}. می\u200Cتوانید در هر زمان انصراف دهید.',
    object: 'ثبت انصراف',
    untilObjection: 'فعال، مگر آنکه انصراف دهید.',
    exempt: 'قانون این مورد را بدون رضایت مجاز می\u200Cداند.',
    minors: 'اگر کمتر از \u2068{age}\u2069 سال دارید، همراه با یکی از والدین یا سرپرست قانونی خود تصمیم بگیرید.',
    authority: 'می\u200Cتوانید به مرجع نظارتی شکایت کنید: \u2068{authority}\u2069.',
    withdrawalEffect:
      'پس گرفتن رضایت بر قانونی بودن آنچه پیش از آن انجام شده است اثری ندارد. امکاناتی که به رضایت شما نیاز دارند دیگر کار نخواهند کرد.',
  },
} as const satisfies Locale;
