import type { Locale } from '../types.js';

// "Açık rıza" is the consent that Law No. 6698 asks for.
export const locale = {
  lang: 'tr',
  dir: 'ltr',
  title: 'Çerezler ve benzer teknolojiler',
  ask: '{controller}, isteğe bağlı çerezleri ve benzer teknolojileri şu amaçlarla kullanmak istemektedir: {purposes}.',
  withdraw:
    'Açık rızanız olmadan isteğe bağlı hiçbir veri saklanmaz. İstediğiniz zaman gizlilik ayarlarından tercihlerinizi değiştirebilir veya açık rızanızı geri alabilirsiniz.',
  serviceCount: 'İlgili hizmet sayısı: {count}',
  policyLink: 'Gizlilik politikası',
  accept: 'Tümünü kabul et',
  reject: 'Tümünü reddet',
  choose: 'Tercihleri belirle',
  preferences: 'Gizlilik ayarları',
  preferencesIntro:
    'Her amaç için ayrı ayrı karar verebilirsiniz. Tercihlerinizi istediğiniz zaman değiştirebilirsiniz.',
  save: 'Tercihleri kaydet',
  close: 'Kapat',
  saved: 'Tercihleriniz kaydedildi.',
  announcement: 'Çerezlere ve benzer teknolojilere ilişkin tercihler sayfanın başında yer almaktadır.',
  appliesAtOnce: 'Değişiklikler anında geçerli olur.',
  alwaysOn: 'Her zaman açık',
  on: 'Açık',
  off: 'Kapalı',
  gpc: 'İtiraz talebiniz yerine getirildi. Tarayıcınız Global Privacy Control sinyali gönderdiği için bu amaç kapalı kalır.',
  gpcHonored: 'İtiraz talebiniz yerine getirildi. Tarayıcınız Global Privacy Control sinyali göndermektedir.',
  details: 'Hizmetler ve depolama',
  columns: { name: 'Ad', kind: 'Tür', lifetime: 'Süre' },
  kinds: {
    cookie: 'Çerez',
    localStorage: 'Yerel depolama',
    sessionStorage: 'Oturum depolaması',
    indexedDB: 'Veri tabanı',
    cacheStorage: 'Önbellek',
  },
  session: 'sekmeyi veya tarayıcıyı kapatana kadar',
  persistent: 'site verilerini silene kadar',
  lifetimeNote: 'Tarayıcınız bu verileri daha erken silebilir. Çoğu tarayıcı, çerezleri en fazla 400 gün saklar.',
  servicePolicy: 'Gizlilik politikası: {service}',
  noServices: 'Bu amaç için herhangi bir hizmet belirtilmemiştir.',
  thisSite: 'Bu site',
  categories: {
    necessary: { label: 'Zorunlu', description: 'Sitenin çalışması için gereklidir.' },
    functional: { label: 'Ek işlevler', description: 'Gömülü videolar, haritalar ve sohbet gibi ek özellikler.' },
    analytics: {
      label: 'Analiz',
      description: 'Siteyi geliştirmek amacıyla hangi sayfaların kullanıldığının ölçülmesi.',
    },
    marketing: {
      label: 'Pazarlama',
      description: 'İlgi alanlarınıza dayalı reklamların gösterilmesi ve etkilerinin ölçülmesi.',
    },
  },
  acceptance: {
    title: 'Güncellenen politika',
    inForce: 'Politikamızın {version} sürümü {date} tarihinden itibaren yürürlüktedir.',
    apart: 'Çerezlere ve benzer teknolojilere ilişkin tercihleriniz aynı kalır.',
    read: 'Politikayı oku',
    newTab: '(yeni sekmede açılır)',
    accept: 'Kabul et',
    decline: 'Kabul etme',
  },
  embed: {
    ask: 'Bu içeriği yüklerseniz tarayıcınız şu hizmete bağlanır: {service}.',
    once: 'Bir kez yükle',
    always: 'Her zaman izin ver: {category}',
  },
  law: {
    choices: 'Gizlilik tercihleriniz',
    choicesIntro:
      'Bu amaçlar, itiraz etmediğiniz sürece etkindir. İstediğiniz zaman bunların her birine veya tümüne itiraz edebilirsiniz.',
    optedOut: 'İtirazınız kaydedildi.',
    honored: 'İtiraz talebiniz yerine getirildi',
    optInAgain: 'Şu amaçlara itiraz ettiniz: {purposes}. Yeniden izin vermek istiyor musunuz?',
    optIn: 'Yeniden izin ver',
    stayOptedOut: 'İtirazı sürdür',
    notice:
      '{controller}, çerezleri ve benzer teknolojileri şu amaçlarla kullanmaktadır: {purposes}. İstediğiniz zaman itiraz edebilirsiniz.',
    object: 'İtiraz et',
    untilObjection: 'Bu amaç, itiraz etmediğiniz sürece etkindir.',
    exempt: 'Kanun, buna açık rıza aranmaksızın izin vermektedir.',
    minors: '{age} yaşından küçükseniz bir ebeveyninizle veya vasinizle birlikte karar verin.',
    authority: 'Denetim makamına şikâyette bulunabilirsiniz: {authority}.',
    withdrawalEffect:
      'Açık rızanızı geri alırsanız daha önce yapılan işlemler hukuka uygun kalır. Açık rızanızı gerektiren özellikler artık çalışmaz.',
  },
} as const satisfies Locale;
