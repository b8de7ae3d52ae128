/** What the test makes of the built server and the inputs. */
export declare const renderAll: () => Promise<string[]>;
