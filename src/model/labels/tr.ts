import type { Translation } from '../labels.js';

/** Turkish. */
export const LABELS: Translation = {
  toc: 'Bu sayfada',
  permalink: 'Bu bölümün bağlantısı: {heading}',
  linkCopied: 'Bağlantı kopyalandı',
  footnotes: 'Dipnotlar',
  footnoteBack: '{number} numaralı göndermeye dön',
  alerts: { note: 'Not', tip: 'İpucu', important: 'Önemli', warning: 'Uyarı', caution: 'Dikkat' },
  taskDone: 'Tamamlanmış görev',
  taskOpen: 'Tamamlanmamış görev',
  loading: 'Yükleniyor…',
  retry: 'Yeniden dene',
  codeCopy: 'Kodu kopyala',
  codeCopied: 'Kopyalandı',
  codeNotCopied: 'Tarayıcı kopyalamaya izin vermiyor. Kod seçildi: Ctrl+C veya ⌘C tuşlarına basın.',
  codeWrap: 'Uzun satırları kaydır',
  codeUnfold: '{count} satırın tümünü göster',
  codeFold: 'Daha az göster',
};
