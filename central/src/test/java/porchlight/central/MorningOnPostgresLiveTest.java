package porchlight.central;

/** What a tech sees in the morning, with the ledger on a real PostgreSQL. */
@OnPostgres
class MorningOnPostgresLiveTest extends MorningTest {}
