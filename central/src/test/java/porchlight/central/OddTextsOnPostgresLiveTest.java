package porchlight.central;

/** Odd texts, with the ledger on a real PostgreSQL. */
@OnPostgres
class OddTextsOnPostgresLiveTest extends OddTextsTest {}
