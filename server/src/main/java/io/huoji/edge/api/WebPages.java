package io.huoji.edge.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The browser's pages: hashed assets for good, everything else asked for again each time; a path that is neither file nor API
 * is a place inside the web and gets its first page. Without a built web a plain page says how to build it.
 */
@Configuration(proxyBeanMethods = false)
@Order(-1)
class WebPages implements WebMvcConfigurer {

    /** What the handler of pages takes, as a refusal lists it. */
    static final Set<String> METHODS = Set.of("GET", "HEAD");

    private static final String FOLDER = "classpath:/static/";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FOLDER + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FOLDER)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }

    private static final class PageResolver extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            if (path.startsWith("api/") || path.equals("api"))
                return null;
            Resource file = super.getResource(path, location);
            if (file != null || path.startsWith("embed/"))
                return file;
            if (path.substring(path.lastIndexOf('/') + 1).contains(".") && !path.equals("index.html"))
                return null;
            Resource web = super.getResource("index.html", location);
            return web != null ? web : new ClassPathResource("pages/not-built.html");
        }
    }
}
