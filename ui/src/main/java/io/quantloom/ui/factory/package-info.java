/**
 * The Factory screen: {@link io.quantloom.ui.factory.FactoryListViewModel} lists factory runs,
 * {@link io.quantloom.ui.factory.FactoryViewModel} opens one, stage by stage for each symbol, and
 * {@link io.quantloom.ui.factory.FactoryWorkViewModel} runs, resumes and cancels them. Uses {@code chart}, {@code live},
 * {@code statistic} and the parts of the shell; knows no other screen.
 */
@NullMarked
package io.quantloom.ui.factory;

import org.jspecify.annotations.NullMarked;
