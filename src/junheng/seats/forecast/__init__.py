"""How many children there will be: pupils by area, grade and year, with bands, judged by their own past.

``forecast`` takes reported pupils; ``backtest`` is its record.
"""

from junheng.seats.forecast.forecast import backtest, forecast
from junheng.seats.forecast.result import Backtest, Forecast

__all__ = ["Backtest", "Forecast", "backtest", "forecast"]
