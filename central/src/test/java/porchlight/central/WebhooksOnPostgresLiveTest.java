package porchlight.central;

/** Webhooks, with the ledger on a real PostgreSQL. */
@OnPostgres
class WebhooksOnPostgresLiveTest extends WebhooksTest {}
