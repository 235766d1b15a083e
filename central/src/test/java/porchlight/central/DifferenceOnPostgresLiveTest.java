package porchlight.central;

/** What one look says otherwise than another, with the ledger on a real PostgreSQL. */
@OnPostgres
class DifferenceOnPostgresLiveTest extends DifferenceTest {}
