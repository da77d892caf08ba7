package io.huoji.edge.api.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Swagger UI at {@code /api/docs}: our first page over the library's own files. */
@Configuration(proxyBeanMethods = false)
@Order(-2)
class DocumentPages implements WebMvcConfigurer {

    private static final String LIBRARY = "classpath:/META-INF/resources/webjars/swagger-ui/%s/".formatted(version());

    /** The library says its version where every web jar does. */
    private static String version() {
        try {
            var about = PropertiesLoaderUtils
                    .loadAllProperties("META-INF/maven/org.webjars/swagger-ui/pom.properties");
            return about.getProperty("version");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/api/docs", "/api/docs/");
        registry.addViewController("/api/docs/").setViewName("forward:/api/docs/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/api/docs/*")
                .addResourceLocations("classpath:/pages/docs/")
                .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler("/api/docs/library/**")
                .addResourceLocations(LIBRARY)
                .setCacheControl(CacheControl.noCache());
    }
}
