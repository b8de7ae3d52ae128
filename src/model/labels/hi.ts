import type { Translation } from '../labels.js';

/** Hindi. */
export const LABELS: Translation = {
  toc: 'इस पृष्ठ पर',
  permalink: 'इस अनुभाग की कड़ी: {heading}',
  linkCopied: 'लिंक कॉपी किया गया',
  footnotes: 'पाद टिप्पणियाँ',
  footnoteBack: 'संदर्भ {number} पर वापस जाएँ',
  alerts: { note: 'टिप्पणी', tip: 'सुझाव', important: 'महत्वपूर्ण', warning: 'चेतावनी', caution: 'सावधानी' },
  taskDone: 'पूरा किया गया कार्य',
  taskOpen: 'अधूरा कार्य',
  loading: 'लोड हो रहा है…',
  retry: 'फिर से कोशिश करें',
  codeCopy: 'कोड कॉपी करें',
  codeCopied: 'कॉपी हो गया',
  codeNotCopied: 'ब्राउज़र कॉपी करने नहीं देता। कोड चुना हुआ है: Ctrl+C या ⌘C दबाएँ।',
  codeWrap: 'लंबी पंक्तियाँ मोड़ें',
  codeUnfold: 'सभी {count} पंक्तियाँ दिखाएँ',
  codeFold: 'कम दिखाएँ',
};
