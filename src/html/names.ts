/** The names of compiled HTML, for the layers that know the compiler; the live document shares them through the model. */
export * from '../model/names.js';
