package porchlight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The runtime on a laptop has few of Java's modules. */
class ShippedModulesTest {
  private static final Set<String> SHIPPED = Set.of("java.base", "java.logging", "jdk.net");

  @Test
  void the_agent_asks_nothing_of_modules_that_do_not_ship() {
    var others = new TreeSet<String>();
    for (Module module : ModuleLayer.boot().modules()) {
      if (!SHIPPED.contains(module.getName()) && module.getName().matches("(java|jdk)\\..*")) {
        others.addAll(module.getPackages());
      }
    }
    assertTrue(others.contains("javax.xml.stream"), others::toString);
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are in " + others.size() + " packages of other modules",
                (JavaClass type) -> others.contains(type.getPackageName())))
        .because("the installer links a runtime of " + SHIPPED + "")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("porchlight"));
  }
}
