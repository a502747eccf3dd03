___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Askfirst",
  "categories": [
    "TAG_MANAGEMENT",
    "UTILITY"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Loads Askfirst, a consent banner, from your own server, sets the denied default of Consent Mode before any other tag, and tells Tag Manager each choice at once.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "folder",
    "displayName": "Folder of Askfirst's files",
    "simpleValueType": true,
    "valueHint": "https://www.example.com/askfirst/0.1.0/",
    "help": "The folder on your own server that has askfirst.js, with a slash at the end. It has to lie in a folder called askfirst; for another one change the template's permission to inject scripts.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      },
      {
        "type": "REGEX",
        "args": [
          "^https://[^/?#]+/askfirst/([^?#]*/)?$"
        ],
        "errorMessage": "An address such as https://www.example.com/askfirst/0.1.0/"
      }
    ],
    "alwaysInSummary": true
  },
  {
    "type": "TEXT",
    "name": "categories",
    "displayName": "Categories to ask about",
    "simpleValueType": true,
    "defaultValue": "analytics marketing",
    "help": "Separated by spaces: functional, analytics, marketing, or your own.",
    "alwaysInSummary": true
  },
  {
    "type": "TEXT",
    "name": "controller",
    "displayName": "Who asks",
    "simpleValueType": true,
    "help": "The name of your company, as the banner shows it."
  },
  {
    "type": "TEXT",
    "name": "policyUrl",
    "displayName": "Address of your privacy policy",
    "simpleValueType": true,
    "valueHint": "/privacy"
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "attributes",
    "displayName": "Further attributes of the script tag",
    "newRowButtonText": "Add attribute",
    "simpleTableColumns": [
      {
        "name": "name",
        "displayName": "Name, such as data-region",
        "type": "TEXT",
        "isUnique": true,
        "defaultValue": "",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^data-[a-z][a-z0-9-]*$"
            ]
          }
        ]
      },
      {
        "name": "value",
        "displayName": "Value",
        "type": "TEXT",
        "defaultValue": ""
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "json",
    "displayName": "JSON configuration",
    "simpleValueType": true,
    "lineCount": 6,
    "help": "What would stand in the script element with data-askfirst-config. Leave it empty if the fields above say everything."
  },
  {
    "type": "GROUP",
    "name": "consentMode",
    "displayName": "Consent Mode",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "SIMPLE_TABLE",
        "name": "signals",
        "displayName": "Consent types of your own, and of your own categories",
        "help": "Each is denied until the category is granted. A name that is not one of Google's seven also has to be added to the template's permission to access consent state, with write.",
        "newRowButtonText": "Add consent type",
        "simpleTableColumns": [
          {
            "name": "category",
            "displayName": "Category",
            "type": "TEXT",
            "defaultValue": "",
            "valueValidators": [
              {
                "type": "NON_EMPTY"
              }
            ]
          },
          {
            "name": "signal",
            "displayName": "Consent type",
            "type": "TEXT",
            "defaultValue": "",
            "valueValidators": [
              {
                "type": "NON_EMPTY"
              }
            ]
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "regions",
        "displayName": "Regional defaults (JSON)",
        "simpleValueType": true,
        "lineCount": 4,
        "help": "A list such as [{\"region\": [\"US\"], \"analytics_storage\": \"granted\"}]. Askfirst's page about Tag Manager has one that follows the laws. Empty: denied everywhere."
      },
      {
        "type": "TEXT",
        "name": "waitForUpdate",
        "displayName": "Wait for the stored choice",
        "simpleValueType": true,
        "defaultValue": 500,
        "valueUnit": "milliseconds",
        "valueValidators": [
          {
            "type": "NON_NEGATIVE_NUMBER"
          }
        ]
      },
      {
        "type": "CHECKBOX",
        "name": "urlPassthrough",
        "checkboxText": "Pass ad clicks on in links while storage is denied (url_passthrough)",
        "simpleValueType": true
      },
      {
        "type": "CHECKBOX",
        "name": "adsDataRedaction",
        "checkboxText": "Remove ad click identifiers while ad_storage is denied (ads_data_redaction)",
        "simpleValueType": true
      },
      {
        "type": "TEXT",
        "name": "event",
        "displayName": "Name of the event after each change",
        "simpleValueType": true,
        "defaultValue": "consent_update",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const JSON = require('JSON');
const Object = require('Object');
const callInWindow = require('callInWindow');
const createQueue = require('createQueue');
const getType = require('getType');
const gtagSet = require('gtagSet');
const injectScript = require('injectScript');
const logToConsole = require('logToConsole');
const makeNumber = require('makeNumber');
const queryPermission = require('queryPermission');
const setDefaultConsentState = require('setDefaultConsentState');
const updateConsentState = require('updateConsentState');

const DEFAULT_WAIT_MS = 500;
const FILE = 'askfirst-tag-manager.js';

// The consent types that each category grants. `necessary` grants security_storage alone, which is never denied.
const signalsOf = {
  functional: ['functionality_storage', 'personalization_storage'],
  analytics: ['analytics_storage'],
  marketing: ['ad_storage', 'ad_user_data', 'ad_personalization']
};
const own = data.signals || [];
own.forEach((row) => {
  signalsOf[row.category] = (signalsOf[row.category] || []).concat(row.signal);
});

const stateOf = (granted) => {
  const state = {};
  Object.keys(signalsOf).forEach((category) => {
    signalsOf[category].forEach((signal) => {
      if (category !== 'necessary' && granted[category] === true) state[signal] = 'granted';
      else if (!state[signal]) state[signal] = 'denied';
    });
  });
  state.security_storage = 'granted';
  return state;
};
const denied = stateOf({});

const setDefaults = () => {
  const everywhere = stateOf({});
  const wait = makeNumber(data.waitForUpdate);
  everywhere.wait_for_update = wait >= 0 ? wait : DEFAULT_WAIT_MS;
  setDefaultConsentState(everywhere);

  const rows = JSON.parse(data.regions || '[]');
  if (getType(rows) !== 'array') return;
  rows.forEach((row) => {
    // A default without a place would apply to all visitors.
    if (!row || getType(row.region) !== 'array' || !row.region[0]) return;
    const state = { region: row.region };
    Object.keys(denied).forEach((signal) => {
      if (row[signal]) state[signal] = row[signal] === 'granted' ? 'granted' : 'denied';
    });
    setDefaultConsentState(state);
  });
};

const dataLayerPush = createQueue('dataLayer');
let told = JSON.stringify([denied, true]);
let before;
let isHere = false;

// Tag Manager hears the change before its own event, so that triggers of that event find the new state.
const follow = (consent) => {
  if (!isHere) data.gtmOnSuccess();
  isHere = true;
  // The law of the place is not known yet.
  if (!consent.regime) return;
  const state = stateOf(consent.granted);
  // A refusal changes no signal, but ends the wait. Global Privacy Control is one, also where a regional default grants.
  const now = JSON.stringify([state, consent.ask && !consent.gpc]);
  if (now === told) return;
  told = now;
  updateConsentState(state);
  dataLayerPush({ event: data.event || 'consent_update', consent: consent, before: before });
  before = consent;
};

const attributesOf = () => {
  const attributes = {};
  (data.attributes || []).forEach((row) => {
    attributes[row.name] = row.value;
  });
  if (data.categories) attributes['data-categories'] = data.categories;
  if (data.controller) attributes['data-controller'] = data.controller;
  if (data.policyUrl) attributes['data-policy-url'] = data.policyUrl;
  // This template speaks to Tag Manager. The commands of the script tag would come a second time, and late.
  attributes['data-consent-mode'] = 'off';
  return attributes;
};

// A consent type that was never set counts as granted, and Tag Manager refuses to set one without permission.
const forbidden = Object.keys(denied).filter((signal) => !queryPermission('access_consent', signal, 'write'));
if (forbidden.length) {
  logToConsole('Askfirst: add to the permission "Accesses consent state", with write: ' + forbidden.join(', '));
  data.gtmOnFailure();
} else {
  setDefaults();
  if (data.urlPassthrough) gtagSet({ url_passthrough: true });
  if (data.adsDataRedaction) gtagSet({ ads_data_redaction: true });
  injectScript(
    data.folder + FILE,
    () => callInWindow('askfirstTagManager', data.folder + 'askfirst.js', attributesOf(), data.json, follow, data.gtmOnFailure),
    data.gtmOnFailure,
    FILE
  );
}


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_consent",
        "versionId": "1"
      },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_user_data"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_personalization"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "analytics_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "functionality_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "personalization_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "security_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "askfirstTagManager"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "dataLayer"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "inject_script",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://*/askfirst/*"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [
        {
          "key": "environments",
          "value": {
            "type": 1,
            "string": "debug"
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "write_data_layer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "ads_data_redaction"
              },
              {
                "type": 1,
                "string": "url_passthrough"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Everything is denied before Askfirst is asked for
  code: |-
    let wasDenied = false;
    mock('setDefaultConsentState', () => {
      wasDenied = true;
    });
    mock('injectScript', (url, onSuccess) => {
      assertThat(wasDenied).isTrue();
      assertThat(url).isEqualTo('https://www.example.com/askfirst/0.1.0/askfirst-tag-manager.js');
      onSuccess();
    });
    runCode(mockData);
    assertApi('gtmOnSuccess').wasNotCalled();
    follow({ granted: { necessary: true, analytics: false, marketing: false }, ask: true, regime: 'gdpr' });
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('setDefaultConsentState').wasCalledWith({
      functionality_storage: 'denied',
      personalization_storage: 'denied',
      analytics_storage: 'denied',
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
      security_storage: 'granted',
      wait_for_update: 500
    });
    assertApi('updateConsentState').wasNotCalled();
    assertApi('gtagSet').wasNotCalled();
- name: Askfirst gets its attributes and its JSON, and leaves Consent Mode to this tag
  code: |-
    mockData.json = '{"ui":{"layout":"card"}}';
    mockData.controller = 'Example Ltd';
    mockData.policyUrl = '/privacy';
    mockData.attributes = [
      { name: 'data-region', value: 'DE' },
      { name: 'data-consent-mode', value: 'advanced' }
    ];
    mock('callInWindow', (name, src, attributes, json) => {
      assertThat(name).isEqualTo('askfirstTagManager');
      assertThat(src).isEqualTo('https://www.example.com/askfirst/0.1.0/askfirst.js');
      assertThat(attributes).isEqualTo({
        'data-region': 'DE',
        'data-categories': 'analytics marketing',
        'data-controller': 'Example Ltd',
        'data-policy-url': '/privacy',
        'data-consent-mode': 'off'
      });
      assertThat(json).isEqualTo('{"ui":{"layout":"card"}}');
    });
    runCode(mockData);
    assertApi('callInWindow').wasCalled();
- name: A regional default keeps its places, and one without a place is left out
  code: |-
    let calls = 0;
    mock('setDefaultConsentState', () => {
      calls = calls + 1;
    });
    mockData.regions = '[{"region":["US","JP"],"analytics_storage":"granted","ad_storage":"yes","x":"granted"},' +
      '{"region":[],"ad_storage":"granted"},{"ad_storage":"granted"},{"region":"US","ad_storage":"granted"},null]';
    runCode(mockData);
    assertApi('setDefaultConsentState').wasCalledWith({
      region: ['US', 'JP'],
      analytics_storage: 'granted',
      ad_storage: 'denied'
    });
    assertThat(calls).isEqualTo(2);
- name: Regional defaults that cannot be read leave everything denied
  code: |-
    let calls = 0;
    mock('setDefaultConsentState', () => {
      calls = calls + 1;
    });
    mockData.regions = '[{"region"';
    runCode(mockData);
    assertThat(calls).isEqualTo(1);
    assertApi('injectScript').wasCalled();
- name: A yes reaches Tag Manager at once, and then the data layer
  code: |-
    mock('updateConsentState', () => {
      assertThat(pushed.length).isEqualTo(0);
    });
    runCode(mockData);
    follow({ granted: { necessary: true, analytics: false, marketing: false }, ask: true, regime: 'gdpr' });
    assertApi('updateConsentState').wasNotCalled();
    const consent = { granted: { necessary: true, analytics: false, marketing: true }, ask: false, regime: 'gdpr' };
    follow(consent);
    assertApi('updateConsentState').wasCalledWith({
      functionality_storage: 'denied',
      personalization_storage: 'denied',
      analytics_storage: 'denied',
      ad_storage: 'granted',
      ad_user_data: 'granted',
      ad_personalization: 'granted',
      security_storage: 'granted'
    });
    assertThat(pushed).isEqualTo([{ event: 'consent_update', consent: consent, before: undefined }]);
- name: A refusal is told, the same consent again is not, and a withdrawal is
  code: |-
    runCode(mockData);
    const no = { granted: { necessary: true, analytics: false, marketing: false }, ask: false, regime: 'gdpr' };
    follow(no);
    follow(no);
    assertThat(pushed.length).isEqualTo(1);
    follow({ granted: { necessary: true, analytics: true, marketing: false }, ask: false, regime: 'gdpr' });
    follow(no);
    assertThat(pushed.length).isEqualTo(3);
    assertThat(pushed[2].consent).isEqualTo(no);
    assertThat(pushed[2].before.granted.analytics).isTrue();
- name: Global Privacy Control is told at once, also while other categories are asked about
  code: |-
    runCode(mockData);
    follow({ granted: { necessary: true, analytics: false, marketing: false }, ask: true, gpc: true, regime: 'gdpr' });
    assertApi('updateConsentState').wasCalled();
    assertThat(pushed.length).isEqualTo(1);
- name: While the law of the place is not known, nothing is told
  code: |-
    runCode(mockData);
    follow({ granted: { necessary: true, analytics: true }, ask: false, regime: null });
    assertApi('updateConsentState').wasNotCalled();
    assertThat(pushed.length).isEqualTo(0);
- name: A consent type of your own is denied first, and granted with its category
  code: |-
    mock('queryPermission', true);
    mock('setDefaultConsentState', (state) => {
      assertThat(state.chat_storage).isEqualTo('denied');
      assertThat(state.audit_storage).isEqualTo('denied');
    });
    mock('updateConsentState', (state) => {
      assertThat(state.chat_storage).isEqualTo('granted');
      assertThat(state.audit_storage).isEqualTo('denied');
    });
    mockData.event = 'choice';
    mockData.signals = [
      { category: 'chat', signal: 'chat_storage' },
      { category: 'necessary', signal: 'audit_storage' }
    ];
    runCode(mockData);
    follow({ granted: { necessary: true, chat: true }, ask: false, regime: 'gdpr' });
    assertApi('updateConsentState').wasCalled();
    assertThat(pushed[0].event).isEqualTo('choice');
- name: Without permission for a consent type the tag fails, and loads nothing
  code: |-
    mockData.signals = [{ category: 'chat', signal: 'chat_storage' }];
    runCode(mockData);
    assertApi('logToConsole').wasCalled();
    assertApi('injectScript').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
- name: Click identifiers are passed on or removed only if that is ticked
  code: |-
    mockData.urlPassthrough = true;
    mockData.adsDataRedaction = true;
    runCode(mockData);
    assertApi('gtagSet').wasCalledWith({ url_passthrough: true });
    assertApi('gtagSet').wasCalledWith({ ads_data_redaction: true });
- name: If the file does not load, the tag fails and everything stays denied
  code: |-
    mock('injectScript', (url, onSuccess, onFailure) => {
      onFailure();
    });
    runCode(mockData);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
    assertApi('updateConsentState').wasNotCalled();
setup: |-
  const mockData = {
    folder: 'https://www.example.com/askfirst/0.1.0/',
    categories: 'analytics marketing',
    waitForUpdate: 500
  };
  let follow;
  const pushed = [];
  mock('injectScript', (url, onSuccess) => {
    onSuccess();
  });
  mock('callInWindow', (name, src, attributes, json, listener) => {
    follow = listener;
  });
  mock('createQueue', () => (entry) => {
    pushed.push(entry);
  });


___NOTES___

For sites that cannot put Askfirst first in <head>. Trigger: "Consent Initialization - All Pages", once per page.

What this installation cannot do:

- Google's gtm.js itself is requested before a yes. If the law that applies to you wants a yes for that, load the container by Askfirst's
  script tag instead.
- A tag outside the container that stands in the page without type="text/plain" runs before a yes, and so does what comes before gtm.js.
- A tag in the container waits only if it checks consent: by its built-in checks, or by "Require additional consent for tag to fire".
- A stored choice reaches Tag Manager after two files have loaded. Tags that check consent wait for it as long as "Wait for the stored
  choice" says, and then act as denied.
- If gtm.js is blocked or fails, there is no banner: nobody is asked, and held tags stay held.

Do not give Askfirst a service of Google's as well (data-ga4, data-gtm): the container has them.
