package porchlight.central;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The ledgers of this class's tests are on a real PostgreSQL, each in a schema of its own. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnPostgres.Turn.class)
@interface OnPostgres {
  /** Turns the books over to the server, and back. */
  final class Turn implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Postgres.programs().isPresent()
          ? ConditionEvaluationResult.enabled("a PostgreSQL is here")
          : ConditionEvaluationResult.disabled("no initdb and postgres here: install postgresql");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
      Books.onServer(true);
    }

    @Override
    public void afterAll(ExtensionContext context) {
      Books.onServer(false);
    }
  }
}
