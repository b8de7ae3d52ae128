import fc from 'fast-check';

/**
 * Property tests meet the same values in every run, so that a failure says something about the change at hand. A
 * property that wants others says so with a seed of its own.
 */
fc.configureGlobal({ seed: 20_240_229 });

export { fc };
