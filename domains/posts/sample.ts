/** What everybody in the sample town signs in with; staff also with the code of this shared secret (base32). */
export const samplePassword = 'kanaeau-mihon';
export const sampleAuthenticator = 'KANAEAUMIHONKURUMEKANAEAUMIHON23';
