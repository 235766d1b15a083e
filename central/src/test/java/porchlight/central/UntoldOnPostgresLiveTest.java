package porchlight.central;

/** Contents that never came, with the ledger on a real PostgreSQL. */
@OnPostgres
class UntoldOnPostgresLiveTest extends UntoldTest {}
