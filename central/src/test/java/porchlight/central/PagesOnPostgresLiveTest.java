package porchlight.central;

/** What people see, with the ledger on a real PostgreSQL. */
@OnPostgres
class PagesOnPostgresLiveTest extends PagesTest {}
