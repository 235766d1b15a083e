package porchlight.central;

/** What a killed central left behind, with the ledger on a real PostgreSQL. */
@OnPostgres
class KilledOnPostgresLiveTest extends KilledTest {}
