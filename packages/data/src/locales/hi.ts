import type { Locale } from '../types.js';

// In `ask` the verb agrees with the request, so that names of either gender fit. `thisSite` can stand there because its form
// stays the same before a postposition.
export const locale = {
  lang: 'hi',
  dir: 'ltr',
  title: 'कुकीज़ और मिलती-जुलती तकनीकें',
  ask: 'यह {controller} की ओर से निम्नलिखित उद्देश्यों के लिए वैकल्पिक कुकीज़ और मिलती-जुलती तकनीकों के उपयोग हेतु आपकी सहमति का अनुरोध है: {purposes}।',
  withdraw:
    'आपकी सहमति के बिना कोई वैकल्पिक डेटा संगृहीत नहीं किया जाता। आप गोपनीयता सेटिंग में किसी भी समय अपना चयन बदल सकते हैं या अपनी सहमति वापस ले सकते हैं।',
  serviceCount: 'संबंधित सेवाओं की संख्या: {count}',
  policyLink: 'गोपनीयता नीति',
  accept: 'सभी स्वीकार करें',
  reject: 'सभी अस्वीकार करें',
  choose: 'चुनें',
  preferences: 'गोपनीयता सेटिंग',
  preferencesIntro: 'प्रत्येक उद्देश्य के लिए अलग से निर्णय लें। आप किसी भी समय अपना चयन बदल सकते हैं।',
  save: 'चयन सहेजें',
  close: 'बंद करें',
  saved: 'आपका चयन सहेज लिया गया है।',
  announcement: 'कुकीज़ और मिलती-जुलती तकनीकों से संबंधित विकल्प पृष्ठ के आरंभ में हैं।',
  appliesAtOnce: 'परिवर्तन तुरंत लागू होते हैं।',
  alwaysOn: 'हमेशा चालू',
  on: 'चालू',
  off: 'बंद',
  gpc: 'शामिल न होने (ऑप्ट-आउट) के अनुरोध का पालन किया गया है। आपका ब्राउज़र Global Privacy Control संकेत भेजता है, इसलिए यह विकल्प बंद रहता है।',
  gpcHonored: 'शामिल न होने (ऑप्ट-आउट) के अनुरोध का पालन किया गया है। आपका ब्राउज़र Global Privacy Control संकेत भेजता है।',
  details: 'सेवाएँ और संग्रहण',
  columns: { name: 'नाम', kind: 'प्रकार', lifetime: 'अवधि' },
  kinds: {
    cookie: 'कुकी',
    localStorage: 'स्थानीय संग्रहण',
    sessionStorage: 'सत्र संग्रहण',
    indexedDB: 'डेटाबेस',
    cacheStorage: 'कैश मेमोरी',
  },
  session: 'टैब या ब्राउज़र बंद करने तक',
  persistent: 'साइट का डेटा हटाने तक',
  lifetimeNote: 'आपका ब्राउज़र इन्हें इससे पहले भी हटा सकता है। अधिकांश ब्राउज़र कुकीज़ को अधिकतम 400 दिन तक रखते हैं।',
  servicePolicy: 'गोपनीयता नीति: {service}',
  noServices: 'इस उद्देश्य के लिए कोई सेवा घोषित नहीं की गई है।',
  thisSite: 'वर्तमान वेबसाइट',
  categories: {
    necessary: { label: 'आवश्यक', description: 'वेबसाइट के संचालन के लिए आवश्यक।' },
    functional: {
      label: 'अतिरिक्त सुविधाएँ',
      description: 'अतिरिक्त सुविधाएँ, जैसे पृष्ठ में सम्मिलित वीडियो, मानचित्र और चैट।',
    },
    analytics: {
      label: 'विश्लेषण',
      description: 'वेबसाइट में सुधार के लिए यह मापना कि कौन-से पृष्ठ उपयोग किए जाते हैं।',
    },
    marketing: {
      label: 'विपणन',
      description: 'आपकी रुचियों के आधार पर विज्ञापन दिखाना और उनके प्रभाव को मापना।',
    },
  },
  acceptance: {
    title: 'अद्यतन की गई नीति',
    inForce: 'हमारी नीति का संस्करण {version} दिनांक {date} से लागू है।',
    apart: 'कुकीज़ और मिलती-जुलती तकनीकों से संबंधित आपका चयन यथावत रहता है।',
    read: 'नीति पढ़ें',
    newTab: '(नए टैब में खुलती है)',
    accept: 'स्वीकार करें',
    decline: 'अस्वीकार करें',
  },
} as const satisfies Locale;
