package porchlight.central;

/** The intake of reports, with the ledger on a real PostgreSQL. */
@OnPostgres
class IntakeOnPostgresLiveTest extends IntakeTest {}
