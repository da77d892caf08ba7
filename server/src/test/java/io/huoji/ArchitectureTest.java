package io.huoji;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.huoji", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchRule controllersAndRepositoriesStayInsideTheirModule = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Repository.class)
            .and()
            .resideOutsideOfPackage("io.huoji.platform.tenant")
            .should()
            .bePackagePrivate()
            .because("other modules call the façade; only the tenant's transaction is a face and a repository in one");

    @ArchTest static final ArchRule onlyRepositoriesTalkToTheDatabase = noClasses()
            .that()
            .areNotAnnotatedWith(Repository.class)
            .and()
            .resideOutsideOfPackages("io.huoji.platform.database", "io.huoji.platform.tenant")
            .and()
            // The one connection that is not of the pool.
            .haveNameNotMatching(".*\\.insight\\.live\\.NodeMessages.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "org.jooq..", "java.sql..")
            .because("SQL stands where a reader looks for it");

    @ArchTest static final ArchRule onlyTheRecordTableComposesQueries = noClasses()
            .that()
            .resideOutsideOfPackage("io.huoji.platform.table")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..")
            .because("everywhere else statements are fixed texts");

    @ArchTest static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .because("tests tick the clock");

    @ArchTest static final ArchRule layersPointDown = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("edge").definedBy("io.huoji.edge..")
            .layer("insight").definedBy("io.huoji.insight..")
            .layer("performance").definedBy("io.huoji.performance..")
            .layer("platform").definedBy("io.huoji.platform..")
            .whereLayer("edge").mayNotBeAccessedByAnyLayer()
            .whereLayer("insight").mayOnlyBeAccessedByLayers("edge")
            .whereLayer("performance").mayOnlyBeAccessedByLayers("edge", "insight");
}
