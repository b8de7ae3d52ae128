import type { Translation } from '../labels.js';

/** Portuguese. */
export const LABELS: Translation = {
  toc: 'Nesta página',
  permalink: 'Link para esta seção: {heading}',
  linkCopied: 'Link copiado',
  footnotes: 'Notas de rodapé',
  footnoteBack: 'Voltar à referência {number}',
  alerts: { note: 'Nota', tip: 'Dica', important: 'Importante', warning: 'Aviso', caution: 'Cuidado' },
  taskDone: 'Tarefa concluída',
  taskOpen: 'Tarefa pendente',
  loading: 'Carregando…',
  retry: 'Tentar novamente',
  codeCopy: 'Copiar código',
  codeCopied: 'Copiado',
  codeNotCopied: 'O navegador não permite copiar. O código está selecionado: pressione Ctrl+C ou ⌘C.',
  codeWrap: 'Quebrar linhas longas',
  codeUnfold: 'Mostrar todas as {count} linhas',
  codeFold: 'Mostrar menos',
};
